// Notes what has focus at each Tab, as the reader sees it at that moment: `walk.problems` has a sentence for what is
// wrong with it, `walk.ended()` says whether the walk came around.
(() => {
  const visited = new Set();
  const problems = [];
  let again = false;

  const shown = (each) => {
    const { width, height, top, bottom, left, right } = each.getBoundingClientRect();
    const within = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return width > 0 && height > 0 && within && each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const shownAnywhere = (each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const covered = (each) => {
    const { left, right, top, bottom } = each.getClientRects()[0];
    const between = (from, to, most, part) => Math.max(from, 0) + (Math.min(to, most) - Math.max(from, 0)) * part;
    const at = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [between(left, right, innerWidth, x), between(top, bottom, innerHeight, y)]));
    return !at.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (each.contains(top) || top.contains(each));
    });
  };

  const outlined = (each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return shown(each) && outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
  };

  const text = (each) => (each?.textContent ?? "").trim() || each?.querySelector?.("img")?.alt || "";
  const nameOf = (each) =>
    each.getAttribute("aria-label") ||
    (each.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => text(document.getElementById(id))).join("") ||
    [...(each.labels ?? [])].map(text).join("") ||
    (each.matches("a, button, summary") && text(each)) ||
    each.title;

  // A hidden input is seen by its label; the theme's palettes by the label behind them, which is another's.
  const standins = (each) => [each, ...(each.labels ?? []), ...(each.matches(".md-option") ? [each.nextElementSibling] : [])];
  const works = (label) => shown(label) && getComputedStyle(label).pointerEvents !== "none";

  function look() {
    const each = document.activeElement;
    if (!each || each === document.body) return;
    if (visited.has(each)) return void (again = true);
    visited.add(each);
    const boxes = standins(each);
    const what = `<${each.tagName.toLowerCase()} class="${each.className}"> “${nameOf(each) || each.id}”`;
    const say = (sentence) => problems.push(`${what} ${sentence}`);
    if (!nameOf(each)) say("has no name: give it an aria-label");
    const seen = boxes.filter(shown);
    if (!seen.length) say("has focus and is not to be seen: hide it from the keyboard, or show it");
    else if (seen.every(covered)) say("has focus under something else: move what covers it");
    const near = boxes.flatMap((box) => [box, box.parentElement, box.parentElement?.parentElement]);
    if (!near.filter(Boolean).some(outlined)) say("has focus and no outline: add one in site.css");
  }

  addEventListener("keydown", ({ key }) => key === "Tab" && look(), true);
  window.walk = {
    problems,
    ended: () => again,
    /** What only its colour tells from the text around it. */
    plain: () => {
      const inText = "article :is(p, li, td, dd, figcaption)";
      const links = [...document.querySelectorAll(`${inText} a:not(.headerlink, .md-button, .md-nav__link)`)]
        .filter((each) => shownAnywhere(each) && !getComputedStyle(each).textDecorationLine.includes("underline"))
        .map((each) => `the link “${text(each)}” in a text is not underlined: correct site.css`);
      const lines = [...document.querySelectorAll(".hll")]
        .filter((each) => getComputedStyle(each).borderLeftStyle !== "solid")
        .map((each) => `the highlighted line “${text(each)}” has no line beside it: correct site.css`);
      return [...links, ...lines];
    },
    /** What can be clicked or typed into, and was never reached; “Back to top” comes and goes. */
    missed: () => {
      const alike = (each) => each.type === "radio" && [...visited].some((other) => other.name === each.name);
      return [...document.querySelectorAll("a[href], button:not(.md-top), input, select, textarea, summary, [tabindex='0']")]
        .filter((each) => shown(each) || [...(each.labels ?? [])].some(works))
        .filter((each) => !visited.has(each) && !alike(each) && each.tabIndex >= 0)
        .map((each) => `<${each.tagName.toLowerCase()} class="${each.className}"> “${nameOf(each) || each.id}” is not reached by Tab`);
    },
  };
})();
