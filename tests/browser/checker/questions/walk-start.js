// What Tab should come to, and how each looks before it has the focus.
const FOCUSABLE = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], "
  + "video[controls], [contenteditable=true], [tabindex]";
const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow", "borderColor", "borderWidth",
  "backgroundColor", "color", "textDecoration", "transform"];
const isReached = e => !e.disabled && e.tabIndex >= 0 && !e.closest("[inert]")
  && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
const isFirst = e => e.localName !== "summary" || e.parentElement.querySelector(":scope > summary") === e;
const isOfGroup = e => { if (e.type !== "radio") return true; // Tab comes to one of a group
  const group = all(`input[type=radio][name="${CSS.escape(e.name)}"]`);
  return e === (group.find(radio => radio.checked) ?? group[0]); };

const list = all(FOCUSABLE).filter(e => isReached(e) && isFirst(e) && isOfGroup(e));
const look = e => { const style = getComputedStyle(e); return LOOKS.map(name => style[name]).join("|"); };
window.checkerWalk = {list, look, before: new Map(list.map(e => [e, look(e)]))};
document.activeElement?.blur();
scrollTo(0, 0);
return list.map(say);
