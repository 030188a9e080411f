return all("figure").filter(f => f.querySelector("svg[role=img]") && f.querySelector("table, a[href$='.csv']")).map(f => ({
  alt: all("svg[role=img]", f).map(s => [s.ariaLabel, ...all(":scope > title, :scope > desc", s).map(t => t.textContent)].join(" ")).join(" "),
  said: all("figcaption, caption, svg text", f).map(c => c.textContent).join(" "),
  numbers: all("table", f).map(t => [...t.rows].map(row => [...row.cells].map(c => c.textContent).join(" ")).join(" ")).join(" "),
  csv: [...f.querySelectorAll("a[href$='.csv']")].map(a => a.href)}));
