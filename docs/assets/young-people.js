/* The young people's edition: the reader's own settings, reading aloud, leaving quickly. No library, no request,
   no cookie. Everything on the page can be read without this file. */
(function () {
  "use strict";
  var root = document.documentElement, KEY = "tv-mine", NAMES = ["size", "space", "lines", "colours", "letters", "calm"];
  function at(id) { return document.getElementById(id); }

  /* --- Make it mine: kept in this browser only; the page's head has applied it before the first paint --- */
  var form = at("tv-mine-form"), box = at("tv-mine");
  function kept() { try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (error) { return {}; } }
  function keep(chosen) {
    try {
      if (Object.keys(chosen).length) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
    } catch (error) { /* a private window may refuse; the choice then holds for this page */ }
  }
  function apply(chosen) {
    NAMES.forEach(function (name) {
      if (chosen[name]) root.setAttribute("data-" + name, chosen[name]); else root.removeAttribute("data-" + name);
    });
  }
  function show(chosen) {
    NAMES.forEach(function (name) {
      form.querySelectorAll('[name="' + name + '"]').forEach(function (input) {
        input.checked = input.value === (chosen[name] || "");
      });
    });
  }
  if (form) {
    var before = kept();
    if (Object.keys(before).length) show(before); /* else the form is as it should be */
    form.addEventListener("change", function () {
      var chosen = {};
      new FormData(form).forEach(function (value, name) { if (value) chosen[name] = value; });
      apply(chosen); keep(chosen); at("tv-mine-told").textContent = "";
    });
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      show({}); apply({}); keep({}); at("tv-mine-told").textContent = "Everything is back as it was.";
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    at("tv-mine-close").addEventListener("click", function () { shut(box); });
    addEventListener("storage", function (event) { if (event.key === KEY) { apply(kept()); show(kept()); } });
  }
  function shut(details) {
    details.open = false;
    details.querySelector("summary").focus();
  }
  document.querySelectorAll(".tv-tool-box").forEach(function (details) {
    details.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && details.open) { event.stopPropagation(); shut(details); }
    });
  });
  document.addEventListener("click", function (event) {
    document.querySelectorAll(".tv-tool-box[open]").forEach(function (details) {
      if (!details.contains(event.target)) details.open = false;
    });
  });

  /* --- Print shows what is folded away, also in browsers that cannot do it by style --- */
  addEventListener("beforeprint", function () {
    document.querySelectorAll("main details").forEach(function (part) { part.open = true; });
  });

  /* --- Listen: only with voices of this device. A voice of another kind would send the text away. --- */
  var speech = window.speechSynthesis, listen = at("tv-listen"), bar = at("tv-reading"), pause = at("tv-pause");
  var PARTS = "h1,h2,h3,p,li,dt,dd,figcaption,summary,caption,blockquote";
  var SILENT = "[popover],svg,table,nav,.headerlink,.tv-level,.tv-figures,[aria-hidden=true],[hidden],del,[data-silent]";
  var run = 0, paused = false, marked = null, last = null, now = null;
  function voice() {
    var own = speech.getVoices().filter(function (one) { return one.localService === true && /^en\b/i.test(one.lang); });
    function british(one) { return /^en[-_]GB/i.test(one.lang); }
    return own.filter(british)[0] || own[0] || null;
  }
  function offer() {
    listen.hidden = !voice();
    if (listen.hidden) stop();
  }
  function unmark() {
    if (window.CSS && CSS.highlights) CSS.highlights.delete("tv-reading");
    if (marked) marked.classList.remove("tv-reading-now");
    marked = null;
  }
  function mark(sentence) {
    unmark();
    if (window.CSS && CSS.highlights && window.Highlight) CSS.highlights.set("tv-reading", new Highlight(sentence.range));
    else { marked = sentence.part; marked.classList.add("tv-reading-now"); }
    var calm = root.hasAttribute("data-calm") || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (last !== sentence.part) sentence.part.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    last = sentence.part;
  }
  /* The sentences a reader sees, in order, each with the range it stands in: links and buttons stay as they are. */
  function sentences() {
    var found = [];
    document.querySelectorAll("main :is(" + PARTS + ")").forEach(function (part) {
      if (part.querySelector(PARTS) || part.closest(SILENT) || !part.getClientRects().length) return;
      if (part.closest("details:not([open])") && !part.closest("summary")) return;
      var nodes = [], text = "", node;
      var walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while ((node = walk.nextNode())) {
        if (node.parentElement.closest(SILENT)) continue;
        nodes.push({ node: node, from: text.length });
        text += node.data;
      }
      function spot(offset, end) {
        var hit = nodes[0];
        nodes.forEach(function (one) { if (end ? one.from < offset : one.from <= offset) hit = one; });
        return [hit.node, Math.min(offset - hit.from, hit.node.length)];
      }
      (text.match(/[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*["'\u201d\u2019)]*\s*/g) || []).reduce(function (from, piece) {
        var said = piece.trim();
        if (/[A-Za-z0-9]/.test(said)) {
          var begin = from + piece.indexOf(said.charAt(0)), range = document.createRange();
          range.setStart.apply(range, spot(begin, false));
          range.setEnd.apply(range, spot(begin + said.length, true));
          found.push({ text: said.replace(/\s+/g, " "), range: range, part: part });
        }
        return from + piece.length;
      }, 0);
    });
    return found;
  }
  function speak(list, number, mine) {
    if (mine !== run) return;
    if (number >= list.length) { stop(); return; }
    var said = new SpeechSynthesisUtterance(list[number].text), chosen = voice();
    if (!chosen) { stop(); return; }
    said.voice = chosen; said.lang = chosen.lang; said.rate = 0.95;
    said.onend = function () { speak(list, number + 1, mine); };
    said.onerror = function () { if (mine === run) stop(); };
    mark(list[number]);
    now = said; /* kept, or a browser may clear it away before it has ended */
    speech.speak(said);
  }
  function stop() {
    var within = bar && bar.contains(document.activeElement);
    run += 1; last = now = null;
    speech.cancel(); unmark();
    if (paused) speech.resume(); /* or the next page would begin silent */
    paused = false;
    bar.hidden = true; pause.textContent = "Pause";
    if (within) listen.focus();
  }
  if (speech && listen && window.SpeechSynthesisUtterance) {
    offer();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer); else speech.onvoiceschanged = offer;
    listen.addEventListener("click", function () {
      stop(); bar.hidden = false; pause.focus();
      speak(sentences(), 0, run);
    });
    pause.addEventListener("click", function () {
      paused = !paused;
      if (paused) speech.pause(); else speech.resume();
      pause.textContent = paused ? "Go on" : "Pause";
    });
    at("tv-stop").addEventListener("click", stop);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !bar.hidden) stop(); });
    addEventListener("pagehide", stop);
  }

  /* --- Leave quickly: only where the council's young people asked for it --- */
  var leave = at("tv-leave"), pressed = [];
  if (leave) {
    var go = function (event) {
      if (event) event.preventDefault();
      document.body.classList.add("tv-leaving"); document.title = "";
      if (speech) speech.cancel();
      location.replace(leave.href);
    };
    leave.addEventListener("click", go);
    document.addEventListener("keyup", function (event) {
      if (event.key !== "Shift") { pressed = []; return; }
      pressed = pressed.filter(function (time) { return event.timeStamp - time < 5000; }).concat(event.timeStamp);
      if (pressed.length >= 3) go();
    });
  }
})();
