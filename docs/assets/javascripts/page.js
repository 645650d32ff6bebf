// Small improvements of a page that also works without them.

const article = document.querySelector(".md-typeset");

// A scrolling block of code or table can be reached by keyboard only if it takes focus; a name says what has it.
const SCROLLING = { "pre > code": "Code", "table:not([class])": "Table", ".tabbed-labels": "Tabs" };
function reachable(box) {
  const wider = box.scrollWidth > box.clientWidth;
  if (!wider && rightOf(box) <= box.getBoundingClientRect().right) return;
  if (wider) box.tabIndex = 0; // if by a part of a pixel, the browser gives it focus unasked
  box.ariaLabel = Object.entries(SCROLLING).find(([what]) => box.matches(what))[1];
  if (!box.matches("table")) box.setAttribute("role", "group");
}

/** Where what is in a box ends. */
function rightOf(box) {
  const inside = document.createRange();
  inside.selectNodeContents(box);
  return inside.getBoundingClientRect().right;
}

// The theme wraps each copy button in a <nav>; a page of navigation landmarks is no help to a screen reader.
function plainButtons() {
  for (const nav of article.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
}

// The theme adds buttons after this script has run. What lies behind a tab or in a fold has no size before it is shown.
if (article) {
  plainButtons();
  new MutationObserver(plainButtons).observe(article, { childList: true, subtree: true });
  const sizes = new ResizeObserver((changed) => changed.forEach(({ target }) => reachable(target)));
  for (const box of article.querySelectorAll(Object.keys(SCROLLING).join())) sizes.observe(box);
}

// The theme opens its drawer, the lists in it and the search by labels, which no keyboard reaches: buttons take their
// place. Of the drawer, only the list on top takes focus; the style sheet hides the others.
const drawer = document.querySelector("#__drawer");
const sidebar = document.querySelector(".md-sidebar--primary");
const LABELS = `label.md-header__button:is([for="__drawer"], [for="__search"]), .md-nav--primary label.md-nav__link[for],
  .md-nav--primary .md-nav > label.md-nav__title[for]`;
const NAMES = { __drawer: "Navigation", __search: "Search" };

function buttonFor(label) {
  const toggle = document.getElementById(label.htmlFor);
  const button = Object.assign(document.createElement("button"), { type: "button" });
  for (const { name, value } of label.attributes) if (name !== "tabindex") button.setAttribute(name, value);
  button.append(...label.childNodes);
  if (!button.textContent.trim()) button.ariaLabel = NAMES[toggle.id] ?? `Pages: ${titleOf(listOf(toggle))}`;
  button.addEventListener("click", () => press(toggle));
  const tell = () => (button.ariaExpanded = String(toggle.checked));
  toggle.addEventListener("change", tell);
  tell();
  label.replaceWith(button);
}

function press(toggle) {
  if (toggle.id === "__search") return document.querySelector("input[name=query]").focus();
  toggle.click();
  focusIn(toggle === drawer ? sidebar : toggle.checked ? listOf(toggle) : toggle.parentElement);
}

/** The list that a toggle opens. */
function listOf(toggle) {
  return toggle.parentElement.querySelector(":scope > .md-nav");
}

function titleOf(list) {
  return list.querySelector(".md-nav__title").textContent.trim();
}

/** Focus the first control that is there to be seen. */
function focusIn(box) {
  const shown = (each) => each.getClientRects().length && getComputedStyle(each).visibility === "visible";
  [...box.querySelectorAll("a[href], button")].find(shown)?.focus({ preventScroll: true });
}

if (sidebar) {
  for (const label of document.querySelectorAll(LABELS)) buttonFor(label);
  sidebar.classList.add("site-drawer");
  sidebar.addEventListener("focusout", ({ relatedTarget }) => {
    if (drawer.checked && relatedTarget && !sidebar.contains(relatedTarget)) drawer.click();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    document.querySelector('.md-header__button[for="__drawer"]').focus();
  });
}

// What a screen reader is told: which page of the navigation this is, and the theme's message; no icons.
for (const icon of document.querySelectorAll(".md-icon > svg")) icon.ariaHidden = "true";
for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link--active")) link.ariaCurrent = "page";
for (const link of document.querySelectorAll(".md-tabs__item--active > a")) link.ariaCurrent = "true";
document.querySelector(".md-dialog")?.setAttribute("role", "status");

// A sheet of paper cannot be clicked: folds stand open on it, and links show where they lead.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const fold of folded) fold.open = true;
  for (const link of article?.querySelectorAll("a[href]:not(.headerlink, [href^='#'])") ?? []) {
    if (link.textContent.trim() !== link.href) link.dataset.address = link.href;
  }
});
addEventListener("afterprint", () => {
  for (const fold of folded) fold.open = false;
  for (const link of article?.querySelectorAll("[data-address]") ?? []) delete link.dataset.address;
});

// The theme scrolls a row of tabs smoothly, whatever its reader prefers.
function jump(row) {
  for (const name of ["scrollTo", "scrollBy"]) {
    row[name] = (way) => Element.prototype[name].call(row, { ...way, behavior: "instant" });
  }
}

if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  document.querySelectorAll(".tabbed-labels").forEach(jump);
}

// The theme shows the palette that was chosen, and leaves its radio button unchecked.
const palette = document.querySelector(`#__palette_${window.__md_get?.("__palette")?.index ?? 0}`);
if (palette) palette.checked = true;
