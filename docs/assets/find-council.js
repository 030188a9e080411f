// Shortens the list of councils as one types. Without it the whole list stands there; nothing is sent anywhere.
const form = document.querySelector(".tv-find");
const box = form.querySelector("input");
const found = form.querySelector(".tv-found");
const councils = [...document.querySelectorAll(".tv-councils > li")];
const show = () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const one of councils) {
    one.hidden = !words.every(word => one.dataset.name.includes(word));
    count += !one.hidden;
  }
  for (const group of document.querySelectorAll(".tv-letter")) group.hidden = !group.querySelector("li:not([hidden])");
  found.textContent = words.length ? (count === 1 ? "1 council" : count ? `${count} councils` : "No council of that name. Try a part of it, or its region.") : "";
};
box.addEventListener("input", show);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
show();
