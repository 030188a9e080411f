return all("img[alt], input[type=image][alt], area[alt], [role=img][aria-label]").map(e => [e, (e.alt ?? e.ariaLabel).trim()])
  .filter(([e, alt]) => { if (!alt) return false;
    const stem = decodeURIComponent((e.currentSrc || e.src || "").split(/[?#]/)[0].split("/").pop() ?? "").replace(/\.\w+$/, "");
    return /\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf)$/i.test(alt) || /^(img|dsc|image|screenshot|picture|photo)?[_\-\s]*\d*$/i.test(alt)
      || (stem && alt.toLowerCase() === stem.toLowerCase() && /[_\-\d]/.test(stem)); })
  .map(([e, alt]) => `“${alt}” is the name of a file, not what the picture shows: ${say(e)}`);
