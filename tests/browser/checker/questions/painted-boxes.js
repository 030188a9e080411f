// Things made of a coloured box alone: no words, no drawing, only a background.
const ground = e => { for (let p = e; p; p = p.parentElement) { const c = rgba(getComputedStyle(p).backgroundColor); if (c[3] > 0) return c.slice(0, 3).join(); } return "none"; };
const plain = e => !words(e) && !e.children.length && !e.matches("svg *, svg, img, input, select, textarea, br, hr, wbr, option, canvas, video, iframe, th, td, col");
return all("body *").filter(e => plain(e) && shown(e) && Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) >= 3)
  .map((e, i) => { e.dataset.checkerBox = i; const s = getComputedStyle(e);
    const edge = ["Top", "Left"].some(side => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Style`] !== "none");
    return {i, say: say(e), own: ground(e), around: ground(e.parentElement), edge, picture: s.backgroundImage !== "none"}; });
