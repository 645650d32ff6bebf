// Small improvements of a page that also works without them.

const article = document.querySelector(".md-typeset");

// A scrolling block of code or table can be reached by keyboard only if it takes focus.
function reachable() {
  for (const box of article.querySelectorAll("pre > code, table:not([class]), .tabbed-labels")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

// The theme wraps each copy button in a <nav>; a page of navigation landmarks is no help to a screen reader.
function plainButtons() {
  for (const nav of article.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
}

function tidy() {
  reachable();
  plainButtons();
}

// The theme wraps tables and adds buttons after this script has run.
if (article) {
  tidy();
  new MutationObserver(tidy).observe(article, { childList: true, subtree: true });
  addEventListener("resize", reachable, { passive: true });
}

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
