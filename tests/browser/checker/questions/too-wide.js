// What sticks out to the right, outermost first; parts that scroll by themselves may.
const screen = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= screen) return [];
const scrolls = e => e && e !== document.documentElement && e !== document.body
  && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
const wide = all("body *").filter(e => e.getBoundingClientRect().right > screen + .5 && !scrolls(e.parentElement));
return [`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${screen} px: ${wide.slice(0, 3).map(say).join("  ")}`];
