// Goes on to where a page, or a section of it, has moved, with the query and the fragment. The links are in the page,
// so that a reader without JavaScript can follow them.
(() => {
  function follow() {
    const section = document.getElementById(named(location.hash));
    const link = section?.matches("a[data-moved]") ? section : document.querySelector('a[data-moved="page"]');
    if (!link) return;
    const goal = new URL(link.href);
    goal.search ||= location.search;
    goal.hash ||= location.hash;
    location.replace(goal);
  }

  /** The id that a fragment names, which need not be well encoded. */
  function named(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  }

  addEventListener("hashchange", follow);
  follow();
})();
