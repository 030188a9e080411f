// A direct label: words with letters whose nearest mark by far is of that series. A small square is a key.
const shapes = "rect, path, circle, ellipse, polyline, polygon, line";
const grey = c => Math.max(...c.slice(0, 3)) - Math.min(...c.slice(0, 3)) < 16;
const gap = (a, b) => Math.hypot(Math.max(a.left - b.right, b.left - a.right, 0), Math.max(a.top - b.bottom, b.top - a.bottom, 0));
return all("svg[role=img]").filter(shown).flatMap(svg => {
  const series = new Map();
  for (const e of all(shapes, svg)) {
    if (e.closest("defs, clipPath, pattern")) continue;
    const s = getComputedStyle(e), box = e.getBoundingClientRect(), filled = s.fill !== "none" && e.localName !== "line" && e.localName !== "polyline";
    const colour = filled ? s.fill : s.stroke; if (colour === "none" || colour.startsWith("url") || Math.max(box.width, box.height) <= 20) continue;
    const value = rgba(colour); if (value[3] === 0 || grey(value)) continue;
    const shape = [filled, s.strokeDasharray, e.localName].join();
    const key = value.slice(0, 3).join(); if (!series.has(key)) series.set(key, {boxes: [], shapes: new Set(), say: say(e)});
    series.get(key).boxes.push(box); series.get(key).shapes.add(shape);
  }
  if (series.size < 2) return [];
  const labels = all("text", svg).filter(t => /\p{L}{2,}/u.test(words(t))).map(t => t.getBoundingClientRect());
  const near = (label, one) => Math.min(...one.boxes.map(box => gap(label, box)));
  const list = [...series.values()], told = one => labels.some(label => { const own = near(label, one);
    return own <= 40 && list.every(other => other === one || near(label, other) > own + 4); });
  const unlike = one => list.every(other => other === one || [...one.shapes].every(s => !other.shapes.has(s)));
  return list.filter(one => !told(one) && !unlike(one)).slice(0, 1).map(one => `only its colour tells which series it is: ${one.say}`);
});
