// Not marks: a line of the grid, the paper, the track on which another mark lies, and a drawing for looks alone.
const shapes = "rect, path, circle, ellipse, line, polyline, polygon";
return all("svg").filter(svg => !svg.parentElement.closest("svg") && shown(svg)).flatMap(svg => {
  const sheet = svg.getBoundingClientRect(), control = svg.closest("a, button, summary");
  if ((svg.closest("[aria-hidden=true]") && !svg.closest("td, .tv-picture")) || (control && words(control))) return [];
  const marks = all(shapes, svg).filter(e => !e.closest("defs, clipPath, mask, pattern, marker, symbol") && shown(e)
    || e.matches("line, path") && getComputedStyle(e).visibility === "visible" && e.getBoundingClientRect().width + e.getBoundingClientRect().height > 2);
  const boxes = new Map(marks.map(e => [e, e.getBoundingClientRect()]));
  const rule = e => { const b = boxes.get(e); return Math.min(b.width, b.height) <= 1.5 && (b.width > sheet.width * .55 || b.height > sheet.height * .45); };
  const paper = e => { const b = boxes.get(e); return b.width * b.height > sheet.width * sheet.height * .9; };
  const under = e => { const b = boxes.get(e); return marks.some(o => { const c = boxes.get(o);
    return o !== e && !rule(o) && e.compareDocumentPosition(o) & 4 && c.width < b.width && c.left >= b.left - 1 && c.right <= b.right + 1
      && c.top >= b.top - 1 && c.bottom <= b.bottom + 1 && c.height >= b.height * .9; }); };
  return marks.filter(e => !rule(e) && !paper(e) && !under(e))
    .map(e => ({...place(e), say: say(e), fill: paint(e, "fill"), stroke: paint(e, "stroke"), line: e.localName === "line" || e.localName === "polyline"}))
    .filter(m => (m.fill || m.stroke) && m.fill !== "pattern" && Math.max(m.w, m.h) >= 3);
});
