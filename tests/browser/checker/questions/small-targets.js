// Not measured: a link in a line of text (the exception of both criteria), in a cell or a heading (axe looks
// whether its neighbours are far enough away), and what is there for the keyboard alone.
const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], "
  + "[tabindex='0']:is([role]):not([role=region], [role=group], [role=img])";
const isInline = n => n.nodeType === 3 || (n.nodeType === 1 && getComputedStyle(n).display.startsWith("inline"));
const besides = e => { let run = ""; // the words before and after it in the same lines
  for (const way of ["previousSibling", "nextSibling"])
    for (let n = e[way]; n && isInline(n); n = n[way]) if (n.nodeType === 3 || !n.matches("a, button")) run += n.textContent;
  const parent = e.parentElement;
  return run.replace(/[\s·|,.]+/g, " ").trim().length > 2 || (parent !== document.body && isInline(parent) && besides(parent)); };
const isInText = e => isInline(e) && (besides(e) || e.parentElement.closest("td, th, h1, h2, h3, h4, h5, h6"));
const isThere = e => { const box = e.getBoundingClientRect();
  return shown(e) && !forEarsOnly(e) && !e.disabled && !e.closest("[inert]") && box.right > 0 && box.bottom + scrollY > 0; };

const targets = all(TARGETS).filter(isThere), boxes = new Map(targets.map(e => [e, e.getBoundingClientRect()]));
// WCAG 2.5.8, exception “spacing”: a circle of 24 px around a small one touches no other target.
const isAlone = e => { const box = boxes.get(e), x = box.left + box.width / 2, y = box.top + box.height / 2;
  return targets.every(other => { const b = boxes.get(other);
    return other.contains(e) || e.contains(other)
      || Math.hypot(Math.max(b.left - x, x - b.right, 0), Math.max(b.top - y, y - b.bottom, 0)) >= 12; }); };
const size = e => { const all = [e, ...(e.labels ?? [])].map(part => part.getBoundingClientRect()); // a label is tapped, too
  return [Math.max(...all.map(b => b.width)), Math.max(...all.map(b => b.height))]; };

return targets.filter(e => !isInText(e) && (argument > 24 || !isAlone(e))).map(e => [e, ...size(e)])
  .filter(([e, w, h]) => w < argument - .5 || h < argument - .5)
  .map(([e, w, h]) => `${Math.round(w)} × ${Math.round(h)} px, not ${argument}: ${say(e)}`);
