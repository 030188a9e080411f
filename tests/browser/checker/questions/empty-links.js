return all("a[href]").filter(shown).map(e => [e, (e.ariaLabel ?? words(e)).toLowerCase().replace(/[^a-z ]/g, " ").trim()])
  .filter(([e, text]) => argument.includes(text)).map(([e, text]) => `“${text}” does not say where the link goes: ${say(e)}`);
