const drawn = e => e.getBoundingClientRect().height > 0
  && e.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true});
const isLost = part => [...part.children].some(e => e.localName !== "summary" && words(e) && !drawn(e));
const edge = document.documentElement.clientWidth + 2;

const tables = all("table").filter(e => !drawn(e)).map(e => `a table that is not printed: ${say(e)}`);
const parts = all("main details:not([open])").filter(isLost).map(e => `a closed part that is not printed: ${say(e)}`);
const wide = all("main table, main figure svg").filter(e => drawn(e) && e.getBoundingClientRect().right > edge)
  .map(e => `it is wider than the paper: ${say(e)}`);
return [...tables, ...parts, ...wide];
