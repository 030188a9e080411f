const list = all("a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable=true], [tabindex]")
  .filter(e => !e.disabled && e.tabIndex >= 0 && !e.closest("[inert]") && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  .filter(e => e.localName !== "summary" || e.parentElement.querySelector(":scope > summary") === e)
  .filter(e => e.type !== "radio" || e.checked || (!all(`input[type=radio][name="${CSS.escape(e.name)}"]`).some(r => r.checked)
    && document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]`) === e));
const look = e => { const s = getComputedStyle(e);
  return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.outlineOffset, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecoration, s.transform].join("|"); };
window.checkerWalk = {list, look, before: new Map(list.map(e => [e, look(e)]))};
document.activeElement?.blur(); scrollTo(0, 0);
return list.map(say);
