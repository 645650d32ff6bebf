// The paste box of the start page: text in, verdicts out, on the reader's machine.

const input = document.querySelector("#error-input");
const output = document.querySelector("#verdicts");
const status = document.querySelector("#verdict-status");
const LONG = 200_000; // characters; more go to a worker
const ROOT = new URL("../../", import.meta.url);
let turn = 0;
let worker;

if (input && output) {
  document.querySelector("#paste").hidden = false;
  input.addEventListener("input", () => ask(input.value));
  addEventListener("paste", takeFromAnywhere);
  if (location.hash.startsWith("#verdict=")) recallFromLink();
}

async function ask(text) {
  const mine = ++turn;
  if (!text.trim()) return show([], {});
  output.setAttribute("aria-busy", "true");
  const [verdicts, pages] = await Promise.all([diagnosed(text, mine), allPages()]);
  if (mine === turn) show(verdicts, pages);
}

async function diagnosed(text, mine) {
  if (text.length > LONG) {
    try {
      return await inWorker(text, mine);
    } catch {
      // Where no worker can start, the page itself does the work.
    }
  }
  return (await import("../diagnosis/engine.js")).diagnose(text);
}

function inWorker(text, mine) {
  worker ??= new Worker(new URL("../diagnosis/worker.js", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    const answer = ({ data }) => {
      if (data.turn !== mine) return;
      worker.removeEventListener("message", answer);
      resolve(data.verdicts);
    };
    worker.addEventListener("message", answer);
    worker.addEventListener("error", reject, { once: true });
    worker.postMessage({ turn: mine, text });
  });
}

/** A paste anywhere on the page, outside a field, lands in the box. */
function takeFromAnywhere(event) {
  if (event.target.closest?.("input, textarea, [contenteditable]")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!text.trim()) return;
  event.preventDefault();
  input.value = text;
  ask(text);
  input.scrollIntoView({ block: "center" });
}

async function recallFromLink() {
  const keys = decodeURIComponent(location.hash.slice("#verdict=".length)).split(",");
  const [{ recall }, pages] = await Promise.all([import("../diagnosis/engine.js"), allPages()]);
  show(keys.map(recall).filter(Boolean), pages);
}

/** What is known of each key; one whose page is still to come leads to the page of the error itself. */
async function allPages() {
  const [{ default: written }, { default: data }] = await Promise.all([
    import("../diagnosis/pages.js"),
    import("../diagnosis/rules.js"),
  ]);
  const pending = Object.entries(data.pending).map(([key, [title, description]]) => [
    key,
    { title, description, url: written.problem.url },
  ]);
  return { ...Object.fromEntries(pending), ...written };
}

function show(verdicts, pages) {
  output.replaceChildren(...verdicts.slice(0, 4).map((verdict, at) => element(verdict, at, verdicts, pages)));
  output.setAttribute("aria-busy", "false");
  const [best] = verdicts;
  status.textContent = best ? `${titleOf(best.key, pages)}. ${reason(best, pages)}` : "";
}

function titleOf(key, pages) {
  if (key === "unknown") return "No cause of this site";
  return pages[key].title;
}

/** Why the rules name it; for one of the next-likeliest, what the reader would have done. */
function reason(verdict, pages) {
  return verdict.because || pages[verdict.key].description;
}

function element(verdict, at, all, pages) {
  const box = make("section", { className: at ? "site-verdict site-verdict--next" : "site-verdict" });
  box.dataset.verdict = verdict.key;
  const title = make("h2", {}, verdict.key === "unknown" ? titleOf(verdict.key, pages) : link(verdict.key, pages));
  box.append(title, make("p", {}, reason(verdict, pages)));
  if (at) return box;
  if (verdict.line) box.append(make("pre", { tabIndex: 0 }, make("mark", {}, verdict.line)));
  const place = placeOf(verdict);
  if (place) box.append(make("p", {}, place));
  if (verdict.fix) box.append(make("p", {}, make("strong", {}, "First fix:")), make("pre", { tabIndex: 0 }, make("code", {}, verdict.fix)));
  if (verdict.decide) box.append(make("p", { className: "site-verdict__question" }, make("strong", {}, "To be sure:"), ` ${verdict.decide}`));
  if (verdict.key !== "unknown") box.append(copyButton(verdict, all, pages));
  return box;
}

/** Where the text comes from: the reader's file and line, SQLAlchemy's series, the driver; each where it shows. */
function placeOf({ own, series, driver }) {
  const told = [own && `your ${own.file}, line ${own.line}`, series && `SQLAlchemy ${series}`, driver].filter(Boolean);
  return told.length ? `Seen in the text: ${told.join("; ")}.` : "";
}

function link(key, pages) {
  return make("a", { href: new URL(pages[key].url, ROOT).href }, titleOf(key, pages));
}

function copyButton(verdict, all, pages) {
  const button = make("button", { type: "button", className: "md-button site-copy" }, "Copy for your wiki or ticket");
  const page = new URL(pages[verdict.key].url, ROOT);
  const again = new URL(`#verdict=${all.slice(0, 4).map(({ key }) => key).join(",")}`, ROOT);
  button.addEventListener("click", async () => {
    const title = titleOf(verdict.key, pages);
    await navigator.clipboard.writeText(`[${title}](${page}) — ${reason(verdict, pages)} ([all verdicts](${again}))`);
    status.textContent = "Copied.";
    button.textContent = "Copied";
  });
  return button;
}

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
