// What a reader takes along: a link to a heading, the page's answer for a wiki, the whole page as Markdown.

const KEEP = 4000; // milliseconds for which the sentence stays
const CODE = /(^ *```[^]*?^ *```$|`[^`\n]+`)/m;
const LINK = /\]\((?![a-z]+:)([^)\s]+)/g;
const said = document.querySelector("#take-said");
const article = document.querySelector(".md-typeset");
let later;

if (location.protocol === "file:") document.querySelector("[data-take=page]")?.remove(); // a file reads no other file
if (said && article) {
  for (const link of article.querySelectorAll("a.headerlink")) name(link);
  article.addEventListener("click", taken);
}

/** A heading's link says what it does, and is no part of the heading's name. */
function name(link) {
  const heading = link.parentElement;
  link.title = "Copy the link to this section";
  link.setAttribute("aria-label", `Copy link: ${textOf(heading)}`);
  heading.setAttribute("aria-label", textOf(heading));
}

function taken(event) {
  const link = event.target.closest("a.headerlink");
  const form = event.target.closest("[data-take]")?.dataset.take;
  if (form) copy(form === "page" ? wholePage() : FORMS[form](about()), `Copied: ${NAMES[form]}.`);
  else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    copy({ plain: address(link.hash) }, `Copied: the link to “${textOf(link.parentElement)}”.`);
  }
}

const NAMES = {
  wiki: "title, link and answer, for a wiki or a chat",
  markdown: "title, link and answer, as Markdown",
  html: "title, link and answer, as HTML",
  page: "the page, as Markdown",
};

// Confluence, Slack and mail take the formatted text; a field without formatting takes the plain one.
const FORMS = {
  wiki: (page) => ({ html: htmlOf(page), plain: `${page.title}: ${page.answer}\n${page.url}` }),
  markdown: ({ title, url, answer }) => ({ plain: `[${title.replace(/[[\]\\`*_<]/g, "\\$&")}](${url}): ${answer}` }),
  html: (page) => ({ plain: htmlOf(page) }),
};

function htmlOf({ title, url, answer }) {
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
  const line = document.createElement("p");
  line.append(link, `: ${answer}`);
  return line.outerHTML;
}

/** The page's title, address and one-line answer. */
function about() {
  return {
    title: textOf(article.querySelector("h1")),
    url: address(),
    answer: document.querySelector("meta[name=description]").content,
  };
}

/** A heading's text without the sign of its link. */
function textOf(heading) {
  const copied = heading.cloneNode(true);
  for (const link of copied.querySelectorAll("a.headerlink")) link.remove();
  return copied.textContent.trim();
}

/** The page's address, as others can open it: a copy on this disk has only the canonical one. */
function address(hash = "") {
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  return (location.protocol === "file:" && canonical ? canonical : location.origin + location.pathname) + hash;
}

/** The page's Markdown, its links made absolute; a promise, so that the browser still sees the reader's click. */
async function wholePage() {
  const answer = await fetch(document.querySelector('link[type="text/markdown"]').href);
  if (!answer.ok) throw new Error(answer.statusText);
  const parts = (await answer.text()).split(CODE); // every second part is code
  const whole = (words) => words.replace(LINK, (_, way) => `](${new URL(way, address())}`);
  return { plain: parts.map((part, at) => (at % 2 ? part : whole(part))).join("") };
}

async function copy(what, done) {
  try {
    await write(what);
    say(done);
  } catch {
    say("This could not be copied: the browser, or the place from which the page is read, does not allow it.");
  }
}

/** Put the text on the clipboard; what is still to come is handed over as a promise. */
async function write(what) {
  if (!window.ClipboardItem) return navigator.clipboard.writeText((await what).plain);
  const part = (kind, type) => {
    const made = Promise.resolve(what).then((text) => new Blob([text[kind]], { type }));
    made.catch(() => {}); // the clipboard passes a failure on
    return made;
  };
  const parts = { "text/plain": part("plain", "text/plain") };
  if (what.html) parts["text/html"] = part("html", "text/html");
  return navigator.clipboard.write([new ClipboardItem(parts)]);
}

function say(sentence) {
  clearTimeout(later);
  said.textContent = sentence;
  later = setTimeout(() => (said.textContent = ""), KEEP);
}
