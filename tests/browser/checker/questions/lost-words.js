// Words cut off by their box, words out of their drawing, and words that lie over other words.
const cuts = value => value === "hidden" || value === "clip", found = [];
for (const e of all("body *")) {
  if (e.closest("svg") || !words(e) || !shown(e) || forEarsOnly(e)) continue;
  const style = getComputedStyle(e), more = [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight];
  if (style.display === "inline" || e.clientWidth === 0) continue;
  if (cuts(style.overflowX) && more[0] > 2 || cuts(style.overflowY) && more[1] > 2) found.push(`its words are cut off: ${say(e)}`);
}
for (const t of all("svg text").filter(t => words(t) && shown(t))) {
  const svg = t.ownerSVGElement, sheet = svg.getBoundingClientRect(), box = t.getBoundingClientRect();
  // 3 px: the last letter's own spacing comes after it.
  if (box.left < -3 || box.right > document.documentElement.scrollWidth + 3) found.push(`words of a drawing off the screen: ${words(t)}`);
  else if (cuts(getComputedStyle(svg).overflowX) && (box.left < sheet.left - 2 || box.right > sheet.right + 2 || box.top < sheet.top - 2 || box.bottom > sheet.bottom + 2))
    found.push(`words out of their drawing: ${words(t)}`);
}
const lines = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
for (let node; (node = walk.nextNode());) {
  const e = node.parentElement;
  if (!node.data.trim() || !shown(e) || e.closest("svg, [popover]") || forEarsOnly(e)) continue;
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) if (box.width > 2) lines.push({e, box, text: node.data.trim().slice(0, 40)});
}
// A panel that opens over the page covers what is under it, and is meant to.
const panel = e => { for (let p = e; p && p !== document.body; p = p.parentElement) if (["absolute", "fixed"].includes(getComputedStyle(p).position)) return p; return null; };
const cut = e => { for (let p = e; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return p; return null; };
lines.sort((a, b) => a.box.top - b.box.top);
lines.forEach((a, i) => { for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j++) {
  const b = lines[j]; if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e) || cut(a.e) !== cut(b.e) || panel(a.e) !== panel(b.e)) continue;
  const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top, wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
  if (high > .4 * Math.min(a.box.height, b.box.height) && wide > 4 && ![a.e, b.e].some(e => getComputedStyle(e).position === "sticky" || e.closest("caption, tbody th")))
    found.push(`words lie over words: “${a.text}” and “${b.text}”`); } });
return found.slice(0, 6);
