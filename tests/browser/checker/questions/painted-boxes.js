// Things made of a coloured box alone: no words, no drawing, only a background.
const OTHERWISE = "svg *, svg, img, input, select, textarea, br, hr, wbr, option, canvas, video, iframe, th, td, col";
const ground = e => { for (; e; e = e.parentElement) { const colour = rgba(getComputedStyle(e).backgroundColor);
  if (colour[3] > 0) return colour.slice(0, 3).join(); } return "none"; };
const isSeen = e => { const box = e.getBoundingClientRect(); return shown(e) && Math.min(box.width, box.height) >= 3; };

return all("body *").filter(e => !words(e) && !e.children.length && !e.matches(OTHERWISE) && isSeen(e)).map((e, i) => {
  const style = getComputedStyle(e);
  const edge = ["Top", "Left"].some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none");
  return {i, say: say(e), own: ground(e), around: ground(e.parentElement), edge, picture: style.backgroundImage !== "none"};
});
