// Words cut off by their box, words out of their drawing, and words that lie over other words.
const cuts = value => value === "hidden" || value === "clip", found = [];

for (const e of all("body *")) {
  if (e.closest("svg") || !words(e) || !shown(e) || forEarsOnly(e)) continue;
  const style = getComputedStyle(e), wider = e.scrollWidth - e.clientWidth, higher = e.scrollHeight - e.clientHeight;
  if (style.display === "inline" || e.clientWidth === 0) continue;
  if (cuts(style.overflowX) && wider > 2 || cuts(style.overflowY) && higher > 2) found.push(`its words are cut off: ${say(e)}`);
}

for (const text of all("svg text").filter(e => words(e) && shown(e))) {
  const svg = text.ownerSVGElement, sheet = svg.getBoundingClientRect(), box = text.getBoundingClientRect();
  const isOut = box.left < sheet.left - 2 || box.right > sheet.right + 2 || box.top < sheet.top - 2 || box.bottom > sheet.bottom + 2;
  // 3 px: the last letter's own spacing comes after it.
  if (box.left < -3 || box.right > document.documentElement.scrollWidth + 3)
    found.push(`words of a drawing off the screen: ${words(text)}`);
  else if (isOut && cuts(getComputedStyle(svg).overflowX)) found.push(`words out of their drawing: ${words(text)}`);
}

const lines = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
for (let node; (node = walk.nextNode());) {
  const e = node.parentElement;
  if (!node.data.trim() || !shown(e) || e.closest("svg, [popover]") || forEarsOnly(e)) continue;
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) if (box.width > 2) lines.push({e, box, text: node.data.trim().slice(0, 40)});
}
const nearest = (e, is) => { for (; e && e !== document.body; e = e.parentElement) if (is(getComputedStyle(e))) return e; return null; };
const frame = e => nearest(e, style => style.overflowX !== "visible");
// A panel that opens over the page covers what is under it, and is meant to; so is the first column of a table.
const panel = e => nearest(e, style => ["absolute", "fixed"].includes(style.position));
const stays = e => getComputedStyle(e).position === "sticky" || e.closest("caption, tbody th");
const apart = (one, two) => one === two || one.contains(two) || two.contains(one)
  || frame(one) !== frame(two) || panel(one) !== panel(two) || stays(one) || stays(two);
const overlap = (one, two, from, to) => Math.min(one[to], two[to]) - Math.max(one[from], two[from]);
lines.sort((one, two) => one.box.top - two.box.top);
lines.forEach((one, i) => {
  for (let j = i + 1; j < lines.length && lines[j].box.top < one.box.bottom; j++) {
    const two = lines[j], high = overlap(one.box, two.box, "top", "bottom"), wide = overlap(one.box, two.box, "left", "right");
    if (high > .4 * Math.min(one.box.height, two.box.height) && wide > 4 && !apart(one.e, two.e))
      found.push(`words lie over words: “${one.text}” and “${two.text}”`);
  }
});
return found.slice(0, 6);
