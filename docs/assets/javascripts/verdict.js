// One verdict as a reader sees it: the cause, why, their own line, the first fix, and what to do with it.

const ROOT = new URL("../../", import.meta.url);
const UNKNOWN = "unknown";
const MOST = 4;
const report = document.querySelector("meta[name=report-url]")?.content;

export function titleOf(key, pages) {
  return key === UNKNOWN ? "No cause of this site" : pages[key].title;
}

/** Why the rules name it; for one of the next-likeliest, what the reader would have done. */
export function reasonOf(verdict, pages) {
  return verdict.because || pages[verdict.key].description;
}

export function link(url, text) {
  return make("a", { href: new URL(url, ROOT).href }, text);
}

/** The verdict at place `at` of `all`; the first one shows all it knows. */
export function element(verdict, at, all, pages, status) {
  const box = make("section", { className: at ? "site-verdict site-verdict--next" : "site-verdict" });
  box.dataset.verdict = verdict.key;
  const isKnown = verdict.key !== UNKNOWN;
  const title = titleOf(verdict.key, pages);
  box.append(make("h2", {}, isKnown ? link(pages[verdict.key].url, title) : title), make("p", {}, reasonOf(verdict, pages)));
  if (at) return box;
  if (verdict.line) box.append(scrolling("Your line", make("mark", {}, verdict.line)));
  const seen = seenIn(verdict);
  if (seen) box.append(make("p", {}, seen));
  if (verdict.fix) box.append(make("p", {}, make("strong", {}, "First fix:")), scrolling("The first fix", make("code", {}, verdict.fix)));
  if (verdict.decide) box.append(make("p", { className: "site-verdict__question" }, make("strong", {}, "To be sure:"), ` ${verdict.decide}`));
  box.append(actions(verdict, all, pages, status));
  return box;
}

/** What else the text told: the attribute, the reader's file and line, SQLAlchemy's series, the driver. */
function seenIn({ named, own, series, driver }) {
  const owner = named.model || (named.variable === "self" ? "" : named.variable);
  const told = [
    named.attribute && `the attribute ${named.attribute}${owner ? ` of ${owner}` : ""}`,
    own && `your ${own.file}, line ${own.line}`,
    series && `SQLAlchemy ${series}`,
    driver,
  ].filter(Boolean);
  return told.length ? `Seen in the text: ${told.join("; ")}.` : "";
}

function actions(verdict, all, pages, status) {
  const row = make("p", { className: "site-verdict__actions" });
  if (verdict.key !== UNKNOWN) row.append(copyButton(verdict, all, pages, status), make("a", { href: again(all) }, "Link to this verdict"));
  if (report) row.append(make("a", { href: reportOf(verdict, all) }, "Wrong verdict, or my cause is missing?"));
  return row;
}

/** The address that shows these verdicts without the text. */
function again(all) {
  return new URL(`#verdict=${all.slice(0, MOST).map(({ key }) => key).join(",")}`, ROOT).href;
}

/** A report with what the engine said, and nothing of what was pasted. */
function reportOf({ key, series, driver }, all) {
  const said = all.slice(0, MOST).map((each) => each.key).join(", ");
  const lines = [
    `The paste box answered: ${said}`,
    `SQLAlchemy: ${series || "?"}, driver: ${driver || "?"}`,
    "",
    "What the cause really was, or what my code does at that line:",
    "",
    "The error, without secrets (file, function and source lines matter most):",
    "",
  ];
  const url = new URL(report);
  url.searchParams.set("title", key === UNKNOWN ? "A cause is missing" : `Wrong verdict: ${key}`);
  url.searchParams.set("body", lines.join("\n"));
  return url.href;
}

function copyButton(verdict, all, pages, status) {
  const button = make("button", { type: "button", className: "md-button site-copy" }, "Copy for your wiki or ticket");
  const page = new URL(pages[verdict.key].url, ROOT);
  button.addEventListener("click", async () => {
    const text = `[${titleOf(verdict.key, pages)}](${page}) — ${reasonOf(verdict, pages)} ([all verdicts](${again(all)}))`;
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = button.textContent = "Copied";
    } catch {
      status.textContent = button.textContent = "Your browser does not let this page copy";
    }
  });
  return button;
}

/** A block that may be wider than the page: it takes focus, so that a keyboard can scroll it. */
function scrolling(name, content) {
  return make("pre", { tabIndex: 0, role: "group", ariaLabel: name }, content);
}

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
