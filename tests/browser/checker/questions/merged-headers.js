return all("table").flatMap(t => all("th, thead td", t).filter(c => c.colSpan > 1 || c.rowSpan > 1)
  .map(c => `a heading over ${c.colSpan} columns and ${c.rowSpan} rows: ${say(c)}`)
  .concat(all("thead", t).filter(head => head.rows.length > 1).map(head => `two rows of headings: ${say(head)}`)));
