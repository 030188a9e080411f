return all("input[placeholder], textarea[placeholder]").filter(e => shown(e))
  .filter(e => ![...(e.labels ?? [])].some(label => words(label)) && !e.ariaLabel?.trim() && !e.title.trim()
    && !(e.getAttribute("aria-labelledby") && byIds(e.getAttribute("aria-labelledby"))))
  .map(e => `the field is named by its placeholder alone, which goes when one types: ${say(e)}`);
