// What has the focus now: where it stands, whether it is on the screen, free and marked. Null where nothing has it.
const {list, look, before} = window.checkerWalk, e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const parts = [...e.getClientRects()], box = parts.find(b => b.width > 0 && b.height > 0) ?? e.getBoundingClientRect();
const on = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width >= 3 && box.height >= 3;

const style = getComputedStyle(e), hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
const outline = hasOutline && (style.outlineStyle === "auto" || rgba(style.outlineColor)[3] > 0);
// The ring lies around the element, on the ground of what is around it (WCAG 1.4.11).
const inside = style.outlineOffset.startsWith("-");
const holds = p => { const b = p.getBoundingClientRect();
  return p === document.body || (b.left < box.left - 1 && b.right > box.right + 1 && b.top < box.top - 1 && b.bottom > box.bottom + 1); };
let ground = [255, 255, 255, 1];
for (let p = inside ? e : e.parentElement; p; p = p.parentElement) {
  const colour = rgba(getComputedStyle(p).backgroundColor);
  if (colour[3] === 1 && (p === e || holds(p))) { ground = colour; break; }
}
const faint = outline && style.outlineStyle !== "auto" && style.boxShadow === "none"
  && ratio(rgba(style.outlineColor), ground) < 2.99;

const points = parts.flatMap(b => [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]].map(([x, y]) => [b.left + b.width * x, b.top + b.height * y]))
  .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
const free = points.some(([x, y]) => { const hit = document.elementFromPoint(x, y);
  return hit && (e.contains(hit) || hit.contains(e)); });
const isPinned = p => p && p !== document.body && (["fixed", "sticky"].includes(getComputedStyle(p).position) || isPinned(p.parentElement));

return {index: list.indexOf(e), say: say(e), on, covered: on && points.length > 0 && !free, faint,
  ring: outline && look(e) !== before.get(e), x: box.x, y: box.y, w: box.width, h: box.height,
  left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
  fixed: isPinned(e) || !!e.closest("[popover]")};
