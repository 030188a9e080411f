return all("table").filter(t => !["none", "presentation"].includes(t.getAttribute("role"))).flatMap(t => {
  const heads = all("th", t);
  if (!heads.length) return [`a table without headings: ${say(t)}`];
  return heads.filter(th => words(th) && !["row", "col", "rowgroup", "colgroup"].includes(th.scope) && !th.id)
    .slice(0, 1).map(th => `a heading that does not say what it heads (scope): ${say(th)}`);
});
