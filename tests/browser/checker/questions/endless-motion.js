const css = document.getAnimations().filter(a => a.playState === "running" && a.effect?.getComputedTiming().endTime === Infinity)
  .map(a => `it moves without end: ${say(a.effect.target)}`);
const drawn = all("animate, animateTransform, animateMotion").filter(e => e.getAttribute("repeatCount") === "indefinite")
  .map(e => `a drawing that moves without end: ${say(e.parentElement)}`);
const old = all("marquee, blink, video[autoplay], audio[autoplay]").map(e => `it starts by itself: ${say(e)}`);
return [...css, ...drawn, ...old];
