const named = e => e.ariaLabel?.trim() || (e.getAttribute("aria-labelledby") && byIds(e.getAttribute("aria-labelledby")))
  || [...e.children].some(child => child.localName === "title" && child.textContent.trim()) || e.getAttribute("title")?.trim();
const labelled = e => { const owner = e.closest("a, button, summary"); // an icon beside the words of its control
  return owner && words(owner).length > 0; };
return all("svg, canvas, object, embed, iframe, video, [role=img], [role=graphics-document]")
  .filter(e => !e.parentElement.closest("svg, [role=img]") && shown(e) && !hiddenFromEars(e) && !["none", "presentation"].includes(e.role))
  .filter(e => e.localName !== "img" && !named(e) && !labelled(e))
  .map(e => `a graphic that says nothing to a screen reader: ${say(e)}`);
