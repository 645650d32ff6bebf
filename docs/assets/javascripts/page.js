// Small improvements of a page that also works without them.

// A scrolling block of code or table can be reached by keyboard only if it takes focus.
for (const box of document.querySelectorAll(".md-typeset pre > code, .md-typeset__scrollwrap")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
