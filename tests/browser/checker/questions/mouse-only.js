// What a listener may sit on: a control, its label, or something whole that only passes events on.
function () {
  if (!(this instanceof Element) || [document.documentElement, document.body].includes(this)) return null;
  if (this.matches("a[href], button, input, select, textarea, summary, label, option, audio, video, iframe, form, main, svg *")) return null;
  const role = this.getAttribute("role"), reached = this.tabIndex >= 0;
  if (role && reached && !["none", "presentation", "group", "region"].includes(role)) return null;
  if (this.querySelector("a[href], button, input, summary")) return null; // the control inside does the same by keyboard
  return this.outerHTML.replace(/\s+/g, " ").slice(0, 150);
}
