// The shapes of drawings that carry meaning, where they stand and how they are painted.
// Not marks: a line of the grid, the paper, the track on which another mark lies, and a drawing for looks alone.
const SHAPES = "rect, path, circle, ellipse, line, polyline, polygon", UNSEEN = "defs, clipPath, mask, pattern, marker, symbol";
const forLooks = svg => { const control = svg.closest("a, button, summary");
  return (control && words(control)) || (svg.closest("[aria-hidden=true]") && !svg.closest("td, .tv-picture")); };
// A line has no box of its own where it is level.
const isThere = e => !e.closest(UNSEEN) && (shown(e) || (e.matches("line, path") && getComputedStyle(e).visibility === "visible"
  && e.getBoundingClientRect().width + e.getBoundingClientRect().height > 2));

return all("svg").filter(svg => !svg.parentElement.closest("svg") && shown(svg) && !forLooks(svg)).flatMap(svg => {
  const sheet = svg.getBoundingClientRect(), marks = all(SHAPES, svg).filter(isThere);
  const boxes = new Map(marks.map(e => [e, e.getBoundingClientRect()]));
  const isRule = e => { const b = boxes.get(e);
    return Math.min(b.width, b.height) <= 1.5 && (b.width > sheet.width * .55 || b.height > sheet.height * .45); };
  const isPaper = e => { const b = boxes.get(e); return b.width * b.height > sheet.width * sheet.height * .9; };
  const isTrack = e => marks.some(other => { const b = boxes.get(e), c = boxes.get(other);
    return other !== e && !isRule(other) && e.compareDocumentPosition(other) & 4 && c.width < b.width && c.height >= b.height * .9
      && c.left >= b.left - 1 && c.right <= b.right + 1 && c.top >= b.top - 1 && c.bottom <= b.bottom + 1; });
  return marks.filter(e => !isRule(e) && !isPaper(e) && !isTrack(e))
    .map(e => ({...place(e), say: say(e), fill: paint(e, "fill"), stroke: paint(e, "stroke")}))
    .filter(mark => (mark.fill || mark.stroke) && mark.fill !== "pattern" && Math.max(mark.w, mark.h) >= 3);
});
