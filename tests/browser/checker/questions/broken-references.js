const names = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-flowto", "aria-details",
  "aria-activedescendant", "aria-errormessage", "for", "headers", "popovertarget", "list", "form"];
return names.flatMap(name => all(`[${name}]`).flatMap(e => e.getAttribute(name).trim().split(/\s+/)
    .filter(id => !document.getElementById(id)).map(id => `${name} names “${id}”, which is not on the page: ${say(e)}`)));
