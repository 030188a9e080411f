// Words that every question may use.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const say = e => e.outerHTML.replace(/\s+/g, " ").slice(0, 150);
const words = e => e.textContent.replace(/\s+/g, " ").trim();
const shown = e => { const box = e.getBoundingClientRect();
  return box.width > 0 && box.height > 0
    && e.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true}); };
// Kept for screen readers alone: a box of a pixel, or clipped to nothing.
const forEarsOnly = e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return box.width <= 2 || box.height <= 2 || style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)"; };
const hiddenFromEars = e => !!e.closest("[aria-hidden=true], [hidden]");
const byIds = list => list.trim().split(/\s+/).map(id => document.getElementById(id)?.textContent.trim() ?? "").join(" ").trim();
const rgba = text => { const n = (text.match(/[\d.]+/g) ?? []).map(Number);
  return text.startsWith("color(srgb") ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0] ?? 0, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1]; };
// How a shape or a letter is painted: red, green, blue, opacity; or "pattern"; or null.
const faded = e => { let rest = 1; for (; e && e !== document.documentElement; e = e.parentElement) rest *= +getComputedStyle(e).opacity; return rest; };
const paint = (e, name) => { const style = getComputedStyle(e), value = style[name];
  if (value === "none" || (name === "stroke" && parseFloat(style.strokeWidth) === 0)) return null;
  if (value.startsWith("url")) return "pattern";
  const colour = rgba(value); colour[3] *= faded(e) * parseFloat(style[`${name}Opacity`] ?? 1); return colour; };
const place = e => { const b = e.getBoundingClientRect(); return {x: b.x + scrollX, y: b.y + scrollY, w: b.width, h: b.height}; };
// WCAG's contrast ratio of two colours.
const light = colour => colour.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ratio = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b); return (high + .05) / (low + .05); };
