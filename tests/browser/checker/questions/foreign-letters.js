const found = [], latin = /\p{Script=Latin}{2,}/gu;
if (!document.documentElement.lang) found.push("the page does not say its language");
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode());) {
  const e = node.parentElement, holder = e.closest("[lang]"), lang = (holder?.lang ?? "").toLowerCase().split("-")[0];
  if (["SCRIPT", "STYLE", "CODE", "TEMPLATE"].includes(e.tagName) || !node.data.trim()) continue;
  const own = Object.keys(argument).find(script => argument[script].split(" ").includes(lang));
  for (const [script, spoken] of Object.entries(argument)) {
    if (!new RegExp(`\\p{Script=${script}}{2,}`, "u").test(node.data)) continue;
    if (!spoken.split(" ").includes(lang)) found.push(`${script} letters inside lang=“${lang}”: ${node.data.trim().slice(0, 60)}`);
    else if (["Arabic", "Hebrew"].includes(script) && getComputedStyle(e).direction !== "rtl")
      found.push(`${script} letters that run from left to right: ${node.data.trim().slice(0, 60)}`);
  }
  if (own && (node.data.match(latin) ?? []).length > 3) found.push(`English inside lang=“${lang}”: ${node.data.trim().slice(0, 60)}`);
}
return found;
