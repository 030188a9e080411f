/* The comment kit of a draft: faces and a box under each part, and one place to send from. No library, no request, no
   cookie. What somebody writes is kept in this tab alone (sessionStorage) and is gone when the tab is closed. */
(function () {
  "use strict";
  var end = document.querySelector("[data-say-report]"); if (!end) return;
  var set = end.dataset, KEY = "tv-say " + set.sayReport, FORMAT = "two-voices-comments 1", memory = [], keeps = true;
  var told = end.querySelector(".tv-say-told"), form = document.getElementById("tv-say-form"), forms = [];

  /* --- What has been said: a list of {key, voice, page, page_title, section, section_title, draft, face, text, at} --- */
  function all() {
    if (!keeps) return memory;
    try { return JSON.parse(sessionStorage.getItem(KEY)) || []; } catch (error) { keeps = false; return memory; }
  }
  function keep(list) {
    memory = list;
    try {
      if (list.length) sessionStorage.setItem(KEY, JSON.stringify(list)); else sessionStorage.removeItem(KEY);
    } catch (error) { keeps = false; }
    show();
  }
  function same(one, other) { return one.page === other.page && one.section === other.section; }
  function forget(one) { keep(all().filter(function (other) { return !same(one, other); })); }
  function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(8)), function (byte) { return (256 + byte).toString(16).slice(1); }).join("");
  }

  /* --- A smoke alarm for names and numbers; macros/model/personal_details.py has the same patterns --- */
  var ADDRESS = /@\w/, NUMBER = /\d(?:[\s()./-]?\d){6,}|\d{1,2}[./-]\d{1,2}[./-]\d\d/;
  var CALLED = /\b(?:[Mm]y name(?: is|['\u2019]s)|I am called|called|named|Mr|Mrs|Ms|Miss|Mx|Dr|Aunt|Aunti?[ey]|Uncle)\.?\s+[A-Z]/;
  var COMMON = ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September " +
    "October November December Christmas Easter Eid Ramadan Diwali English Welsh British Mum Mums Dad Dads Mummy Daddy Nan Nana Gran " +
    "Grandma Grandad Childline Ofsted Council Board Panel Independent Reviewing Officer Officers Internet Children Care Corporate " +
    "Parenting Safeguarding Partnership").split(" ");
  function personal(text) {
    var found = [], inside = /[a-z,;]\s+([A-Z][a-z]+)/g, name = CALLED.test(text), hit;
    while (!name && (hit = inside.exec(text))) name = COMMON.indexOf(hit[1]) < 0;
    if (ADDRESS.test(text)) found.push(set.sayAddress);
    if (NUMBER.test(text)) found.push(set.sayNumber);
    if (name) found.push(set.sayName);
    return found;
  }
  function careful(text) {
    var found = personal(text);
    return found.length ? set.sayCareWord.replace("{what}", found.join(", or ")) : "";
  }

  /* --- A form at the end of each section, made from the page's one template --- */
  var alone = document.querySelectorAll(".tv-say").length < 2;
  function build(place) {
    var made = form.content.firstElementChild.cloneNode(true), box = made.querySelector("textarea"), about = place.dataset;
    var more = made.querySelector("details"), kept = made.querySelector(".tv-say-kept"), care = made.querySelector(".tv-say-care");
    var undo = made.querySelector("button"), note = made.querySelector(".tv-say-note"), wait;
    var one = { voice: set.sayVoice, page: set.sayPage, page_title: set.sayTitle, section: about.say, section_title: about.sayTitle, draft: about.sayDraft };
    var asked = about.sayTitle ? made.dataset.sayAsk.replace("{title}", about.sayTitle) : alone ? made.dataset.sayAskPage : made.dataset.sayAskTop;
    made.querySelector("legend").textContent = asked;
    note.id = "tv-say-note-" + forms.length;
    box.setAttribute("aria-describedby", note.id);
    function held() { return all().filter(function (other) { return same(one, other); })[0]; }
    function refresh() {
      var before = held();
      made.querySelectorAll("[name=face]").forEach(function (input) { input.checked = !!before && before.face === input.value; });
      if (box !== document.activeElement || !before) box.value = before ? before.text : "";
      if (before && before.text) more.open = true;
      undo.hidden = !before;
      if (!before) { kept.textContent = ""; care.textContent = ""; }
    }
    function said() {
      var face = made.querySelector("[name=face]:checked"), text = box.value.trim(), before = held();
      if (!face && !text) { if (before) forget(one); return; }
      var now = Object.assign({ key: before ? before.key : random() }, one, { face: face ? face.value : "", text: text, at: location.pathname });
      keep(all().filter(function (other) { return !same(one, other); }).concat(now));
      undo.hidden = false;
    }
    function tell() { kept.textContent = held() ? (keeps ? set.sayKeptWord : set.sayLostWord) : ""; }
    made.addEventListener("change", function (event) {
      said(); tell();
      if (event.target.name === "face") more.open = true;
    });
    box.addEventListener("input", function () {
      said();
      clearTimeout(wait);
      wait = setTimeout(function () { care.textContent = careful(box.value); }, 900); /* not while somebody types */
    });
    undo.addEventListener("click", function () {
      forget(one); box.value = ""; refresh();
      kept.textContent = set.sayDeletedWord;
      made.querySelector("[name=face]").focus();
    });
    made.addEventListener("submit", function (event) { event.preventDefault(); });
    place.append(made);
    forms.push(refresh);
    refresh();
  }

  /* --- All of it, to look at before it goes anywhere --- */
  function part(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  }
  function words(face) { return { good: set.sayGood, unsure: set.sayUnsure, change: set.sayChange }[face] || ""; }
  function list(place) {
    place.textContent = "";
    all().forEach(function (one) {
      var item = part("article", "", place), does;
      part("h2", one.page_title, item);
      part("h3", one.section_title || set.sayWholeWord, item);
      if (one.face) part("p", words(one.face), item).className = "tv-say-face-word";
      if (one.text) part("p", one.text, item).className = "tv-say-words";
      if (one.text && careful(one.text)) part("p", careful(one.text), item).className = "tv-say-care";
      does = part("p", "", item);
      does.className = "tv-say-does";
      if (one.at) {
        var again = part("a", set.sayAgainWord, does);
        again.href = one.at + (one.section ? "#" + encodeURIComponent(one.section) : "");
        again.setAttribute("aria-label", set.sayAgainWord + ": " + (one.section_title || one.page_title));
      }
      var undo = part("button", set.sayUndoWord, does);
      undo.type = "button"; undo.className = "tv-say-button";
      undo.setAttribute("aria-label", set.sayUndoWord + ": " + (one.section_title || one.page_title));
      undo.addEventListener("click", function () {
        forget(one);
        told.textContent = set.sayDeletedWord;
        told.tabIndex = -1; told.focus();
      });
    });
  }
  function plain() {
    return [set.sayWhatWord + " " + set.sayReport].concat(all().map(function (one) {
      return [one.page_title + " · " + (one.section_title || set.sayWholeWord), words(one.face), one.text].filter(Boolean).join("\n");
    })).join("\n\n");
  }
  function today() {
    var now = new Date();
    return [now.getFullYear(), ("0" + (now.getMonth() + 1)).slice(-2), ("0" + now.getDate()).slice(-2)].join("-");
  }
  function save() {
    var comments = all().map(function (one) {
      return { page_title: one.page_title, section_title: one.section_title || set.sayWholeWord, face_words: words(one.face), text: one.text, face: one.face,
        voice: one.voice, page: one.page, section: one.section, draft: one.draft, key: one.key };
    });
    var text = JSON.stringify({ what: set.sayWhatWord, report: set.sayReport, saved: today(), format: FORMAT, comments: comments }, null, 2) + "\n";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "comments-" + set.sayReport + "-" + today() + ".json";
    document.body.append(link); link.click(); link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    told.textContent = set.saySavedWord;
  }
  function on(name, does) { end.querySelectorAll(name).forEach(function (one) { one.addEventListener("click", does); }); }
  function show() {
    var some = all().length > 0, place = end.querySelector("[data-say-list]"), mail = end.querySelector("[data-say-mail]");
    end.querySelectorAll("[data-say-some]").forEach(function (one) { one.hidden = !some; });
    end.querySelectorAll("[data-say-nothing]").forEach(function (one) { one.hidden = some; });
    if (!place) {
      end.querySelectorAll("[data-say-forget]").forEach(function (one) { one.hidden = !some; });
      end.querySelectorAll("[data-say-save]").forEach(function (one) { one.hidden = !some || keeps; });
      return;
    }
    list(place);
    if (mail) {
      var body = encodeURIComponent(plain()), fits = body.length < 1800; /* longer ones are cut off by some programs */
      mail.href = "mailto:" + mail.dataset.sayMail + "?subject=" + encodeURIComponent(set.sayWhatWord + " " + set.sayReport) + (fits ? "&body=" + body : "");
      end.querySelector("[data-say-long]").hidden = fits;
    }
  }

  end.querySelectorAll("[data-say-script]").forEach(function (one) { one.hidden = false; });
  on("[data-say-forget]", function () {
    if (!confirm(set.saySureWord)) return;
    keep([]);
    forms.forEach(function (refresh) { refresh(); });
    told.textContent = set.sayDeletedWord;
    told.tabIndex = -1; told.focus();
  });
  on("[data-say-save]", save);
  on("[data-say-print]", function () { print(); });
  on("[data-say-copy]", function () {
    var copied = navigator.clipboard ? navigator.clipboard.writeText(plain()) : Promise.reject();
    copied.then(function () { told.textContent = set.sayCopiedWord; }, function () { told.textContent = set.sayUncopiedWord; });
  });
  if (form) document.querySelectorAll(".tv-say").forEach(build);
  addEventListener("pageshow", function () { forms.forEach(function (refresh) { refresh(); }); show(); }); /* back from another page */
  show();
})();
