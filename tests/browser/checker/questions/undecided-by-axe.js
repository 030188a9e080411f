// What axe cannot decide and a check of ours does: words in drawings (svg_contrast), references (identifiers),
// and words that are short, or lie under a cell that stays in place, against the ground their own parts give them.
const e = argument.target.length === 1 && typeof argument.target[0] === "string" && document.querySelector(argument.target[0]);
if (!e) return false;
if (argument.rule === "aria-valid-attr-value") return e.matches("[aria-labelledby], [aria-describedby], [aria-controls], [aria-owns]");
if (argument.rule !== "color-contrast") return false;
if (e.closest("svg")) return true;
const style = getComputedStyle(e), size = parseFloat(style.fontSize), letters = rgba(style.color);
const layers = [];
for (let p = e; p && layers.at(-1)?.[3] !== 1; p = p.parentElement) { const s = getComputedStyle(p);
  if (s.backgroundImage !== "none" || +s.opacity < 1) return false; layers.push(rgba(s.backgroundColor)); }
const ground = layers.reduceRight((under, c) => under.map((v, i) => c[i] * c[3] + v * (1 - c[3])), [255, 255, 255]);
return letters[3] === 1 && ratio(letters, ground) >= (size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700) ? 3 : 4.5);
