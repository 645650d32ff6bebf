// The search box takes a pasted error: it keeps the paste's line breaks, wakes the search, and shows above the results
// which page the rules name, and why. It knows the box and nothing of how the theme searches.

const box = document.querySelector("input[name=query]");
const results = document.querySelector(".md-search-result");
let pasted = "";

if (box && results) {
  const answer = Object.assign(document.createElement("a"), { className: "site-answer", hidden: true });
  results.parentElement.insertBefore(told(document.createElement("div")), results).append(answer);
  told(results.querySelector(".md-search-result__meta"));
  new MutationObserver(nameResults).observe(results, { childList: true, subtree: true });

  box.addEventListener("paste", (event) => (pasted = event.clipboardData?.getData("text/plain") ?? ""));
  box.addEventListener("input", () => {
    box.dispatchEvent(new Event("keyup")); // the theme listens to keys alone, and a mouse pastes without one
    show(answer, box.value);
  });
  box.form?.addEventListener("reset", () => show(answer, ""));
}

/** What a screen reader is told when it changes; it must stand there before. */
function told(region) {
  region.setAttribute("role", "status");
  return region;
}

/** A result is named by its heading, and Tab leads to it; the theme names it by all of its text, and knows arrows only. */
function nameResults() {
  for (const link of results.querySelectorAll("a.md-search-result__link:not([aria-label])")) {
    link.setAttribute("aria-label", link.querySelector("h1, h2").textContent);
    link.tabIndex = 0;
  }
}

// What the search has to show takes focus only while it is open. Tab goes through it, and closes it behind itself; the
// theme would close it at once, and on a narrow screen leave focus in a box that nobody sees.
const search = box?.closest(".md-search");
const open = document.querySelector("#__search");
const wide = matchMedia("(min-width: 60em)");
let pressed = "";
let from; // where focus was when a key or a button opened the search

function fit() {
  search.querySelector(".md-search__output").inert = !open.checked;
  box.tabIndex = open.checked || wide.matches ? 0 : -1;
}

if (search && open) {
  search.querySelector(".md-search__scrollwrap").tabIndex = -1;
  fit();
  for (const each of [open, wide]) each.addEventListener("change", fit);
  addEventListener("keydown", ({ key }) => (pressed = key), true);
  search.addEventListener("focusin", ({ relatedTarget }) => {
    if (search.contains(relatedTarget)) return;
    from = pressed === "Tab" ? null : relatedTarget;
    if (!open.checked) open.click();
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (open.checked && relatedTarget && !search.contains(relatedTarget)) open.click();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || event.key === "Shift") event.stopPropagation();
    if (event.key === "Escape") from?.focus();
  });
}

/** The text that was pasted, if the box still shows it: a one-line box drops its line breaks. */
window.pastedInSearch = (shown) => {
  const squeezed = (text) => text.replace(/\s+/g, "");
  return pasted && squeezed(shown) === squeezed(pasted) ? pasted : shown;
};

async function show(answer, shown) {
  const { ask } = await import("../diagnosis/query.js");
  const [best] = shown.trim() ? ask(window.pastedInSearch(shown)).answers : [];
  if (shown !== box.value) return;
  answer.hidden = !best;
  if (!best) return answer.replaceChildren();
  answer.href = new URL(best.url, new URL("../../", import.meta.url));
  const title = document.createElement("strong");
  title.textContent = best.title;
  answer.replaceChildren(title, best.because);
}
