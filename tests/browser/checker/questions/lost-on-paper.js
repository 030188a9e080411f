const drawn = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0;
return all("table").filter(t => !drawn(t)).map(t => `a table that is not printed: ${say(t)}`)
  .concat(all("main details").filter(d => !d.open && !d.matches("[class*=menu]") && [...d.children].some(c => c.localName !== "summary" && words(c) && !drawn(c)))
    .map(d => `a closed part that is not printed: ${say(d)}`))
  .concat(all("main table, main figure svg").filter(t => drawn(t) && t.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
    .map(t => `it is wider than the paper: ${say(t)}`));
