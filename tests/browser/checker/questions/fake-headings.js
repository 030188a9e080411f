// A line that looks like a heading: alone in its block, short, all bold or much larger than the body,
// no full stop at its end, and a longer block of text after it.
const ELSEWHERE = "h1, h2, h3, h4, h5, h6, [role=heading], a, button, summary, figure, table, nav, header, li, dl, "
  + "blockquote, label, legend, svg, [popover], .admonition, .tv-picture";
const body = parseFloat(getComputedStyle(document.querySelector("main p") ?? document.body).fontSize);
const display = e => getComputedStyle(e).display;
const isBlockOfWords = e => display(e) !== "inline"
  && [...e.children].every(child => ["inline", "inline-block"].includes(display(child)));
const isShort = text => text.length > 1 && text.length < 80 && /[A-Za-z]/.test(text) && !/[.:;,!]$/.test(text);
const isFollowed = e => { const next = e.nextElementSibling;
  return next && ["P", "UL", "OL", "TABLE", "DIV", "DL"].includes(next.tagName) && words(next).length > words(e).length; };
const letters = e => { const inner = [...e.childNodes].filter(n => n.nodeType !== 3 || n.data.trim());
  const whole = inner.length === 1 && inner[0].nodeType === 1;
  return whole && ["STRONG", "B", "SPAN", "FONT", "BIG"].includes(inner[0].tagName) ? inner[0] : e; };
const isLoud = style => parseInt(style.fontWeight) >= 600 || parseFloat(style.fontSize) >= 1.3 * body;

return all("p, div, span").filter(shown)
  .filter(e => !e.closest(ELSEWHERE) && isBlockOfWords(e) && isShort(words(e)))
  .filter(e => isLoud(getComputedStyle(letters(e))) && isFollowed(e))
  .map(e => `it looks like a heading and is none: ${say(e)}`);
