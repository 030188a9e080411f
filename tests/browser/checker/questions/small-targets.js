// Not measured: a link in a line of text (the exception of both criteria), in a cell or a heading (axe looks
// whether its neighbours are far enough away), and what is there for the keyboard alone.
const inline = n => n.nodeType === 3 || (n.nodeType === 1 && getComputedStyle(n).display.startsWith("inline"));
const besides = e => { let run = ""; // the words before and after it in the same lines
  for (const way of ["previousSibling", "nextSibling"]) for (let n = e[way]; n && inline(n); n = n[way]) if (n.nodeType === 3 || !n.matches("a, button")) run += n.textContent;
  return run.replace(/[\s·|,.]+/g, " ").trim().length > 2 || (inline(e.parentElement) && e.parentElement !== document.body && besides(e.parentElement)); };
const inText = e => inline(e) && (besides(e) || e.parentElement.closest("td, th, h1, h2, h3, h4, h5, h6"));
const targets = all("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [tabindex='0']:is([role])")
  .filter(e => shown(e) && !forEarsOnly(e) && !e.disabled && !e.closest("[inert]") && e.getBoundingClientRect().right > 0 && e.getBoundingClientRect().bottom + scrollY > 0)
  .filter(e => !["region", "group", "img"].includes(e.getAttribute("role")));
// WCAG 2.5.8, exception “spacing”: a circle of 24 px around a small one touches no other target.
const boxes = new Map(targets.map(e => [e, e.getBoundingClientRect()]));
const alone = e => { const b = boxes.get(e), x = b.left + b.width / 2, y = b.top + b.height / 2;
  return targets.every(o => { if (o === e || o.contains(e) || e.contains(o)) return true; const c = boxes.get(o);
    const dx = Math.max(c.left - x, x - c.right, 0), dy = Math.max(c.top - y, y - c.bottom, 0); return Math.hypot(dx, dy) >= 12; }); };
return targets
  .filter(e => !inText(e))
  .map(e => { const boxes = [e, ...(e.labels ?? [])].map(x => x.getBoundingClientRect());
    return [e, Math.max(...boxes.map(b => b.width)), Math.max(...boxes.map(b => b.height))]; })
  .filter(([e]) => argument > 24 || !alone(e))
  .filter(([e, w, h]) => w < argument - .5 || h < argument - .5)
  .map(([e, w, h]) => `${Math.round(w)} × ${Math.round(h)} px, not ${argument}: ${say(e)}`);
