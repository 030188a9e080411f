// The words of drawings, where they stand and how they are painted.
// A halo is what the letters stand out from: a stroke of the paper's colour, painted first.
const texts = all("svg text").filter(e => !e.querySelector("tspan")).concat(all("svg tspan"));
return texts.filter(e => words(e) && shown(e)).map(e => {
  const style = getComputedStyle(e), matrix = e.getScreenCTM();
  const size = parseFloat(style.fontSize) * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
  const halo = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2 ? paint(e, "stroke") : null;
  const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
  return {...place(e), text: words(e), fill: paint(e, "fill"), halo, large};
}).filter(text => Array.isArray(text.fill));
