// The search box takes a pasted error: it keeps the paste's line breaks, wakes the search, and shows above the results
// which page the rules name, and why. It knows the box and nothing of how the theme searches.

const box = document.querySelector("input[name=query]");
const results = document.querySelector(".md-search-result");
let pasted = "";

if (box && results) {
  const answer = results.parentElement.insertBefore(document.createElement("a"), results);
  answer.className = "site-answer";
  answer.hidden = true;
  answer.setAttribute("aria-live", "polite");

  box.addEventListener("paste", (event) => (pasted = event.clipboardData?.getData("text/plain") ?? ""));
  box.addEventListener("input", () => {
    box.dispatchEvent(new Event("keyup")); // the theme listens to keys alone, and a mouse pastes without one
    show(answer, box.value);
  });
  box.form?.addEventListener("reset", () => show(answer, ""));
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
