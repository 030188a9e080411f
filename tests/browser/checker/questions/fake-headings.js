// A line that looks like a heading: alone in its block, short, all bold or much larger than the body,
// no full stop at its end, and a block of text after it.
const body = parseFloat(getComputedStyle(document.querySelector("main p") ?? document.body).fontSize);
const after = e => { let next = e.nextElementSibling;
  return next && ["P", "UL", "OL", "TABLE", "DIV", "DL"].includes(next.tagName) && words(next).length > words(e).length; };
const letters = e => { const inner = [...e.childNodes].filter(n => n.nodeType !== 3 || n.data.trim());
  return inner.length === 1 && inner[0].nodeType === 1 && ["STRONG", "B", "SPAN", "FONT", "BIG"].includes(inner[0].tagName) ? inner[0] : e; };
return all("p, div, span").filter(shown)
  .filter(e => !e.closest("h1, h2, h3, h4, h5, h6, [role=heading], a, button, summary, figure, table, nav, header, li, dl, blockquote, label, legend, svg, [popover], .admonition, .tv-picture"))
  .filter(e => getComputedStyle(e).display !== "inline" && ![...e.children].some(c => !["inline", "inline-block"].includes(getComputedStyle(c).display)))
  .filter(e => { const text = words(e); return text.length > 1 && text.length < 80 && /[A-Za-z]/.test(text) && !/[.:;,!]$/.test(text); })
  .filter(e => { const style = getComputedStyle(letters(e));
    return (parseInt(style.fontWeight) >= 600 || parseFloat(style.fontSize) >= 1.3 * body) && after(e); })
  .map(e => `it looks like a heading and is none: ${say(e)}`);
