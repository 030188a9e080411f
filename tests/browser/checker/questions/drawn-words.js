// A halo is what the letters stand out from: a stroke of the paper's colour, painted first.
return all("svg text").filter(e => words(e) && shown(e) && !e.querySelector("tspan")).concat(all("svg tspan").filter(e => words(e) && shown(e)))
  .map(e => { const style = getComputedStyle(e), size = parseFloat(style.fontSize), m = e.getScreenCTM(), scale = Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
    const halo = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2 ? paint(e, "stroke") : null;
    return {...place(e), text: words(e), fill: paint(e, "fill"), halo,
      large: size * scale >= 24 || (size * scale >= 18.66 && parseInt(style.fontWeight) >= 700)}; })
  .filter(t => Array.isArray(t.fill));
