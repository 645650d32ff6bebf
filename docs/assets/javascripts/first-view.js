// What a page does not need before its reader moves, touches or types: the whole style sheet, which is there by then as
// a sheet for paper, and the scripts in <template id="later">. What was meant for them is done again for them.
(() => {
  const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin", "click", "change",
    "paste", "dragenter"];
  const FIELDS = "input, textarea, select";
  const sheet = document.querySelector("link[rel=stylesheet][media=print]");
  const later = document.querySelector("#later");
  const missed = [];
  let begun = false;

  // Of each kind, what has no effect without those scripts; the rest would be done twice.
  const AGAIN = {
    /** A shortcut of the theme, such as "/" for the search. */
    keydown({ target, key, ctrlKey, metaKey, altKey }) {
      if (key.length > 1 || target.closest?.(FIELDS)) return null;
      const options = { key, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true };
      return () => target.dispatchEvent(new KeyboardEvent("keydown", options));
    },
    /** Below the page what to take along; above it the palette, which must not change before somebody listens. */
    click(event) {
      const chosen = event.target.closest?.("[data-take], label[for^=__palette]");
      if (!chosen) return null;
      event.preventDefault();
      return () => chosen.click();
    },
    /** A palette by keyboard: the radio button has changed already. */
    change({ target }) {
      return target.name === "__palette" ? () => target.dispatchEvent(new Event("change", { bubbles: true })) : null;
    },
    /** An error in the search box: the event's own data is gone when it is over. */
    paste({ target, clipboardData }) {
      if (target.name !== "query") return null;
      const copied = new DataTransfer();
      copied.setData("text/plain", clipboardData?.getData("text/plain") ?? "");
      return () => {
        target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: copied, bubbles: true }));
        target.dispatchEvent(new Event("input", { bubbles: true }));
      };
    },
  };

  for (const type of SIGNS) addEventListener(type, act, { capture: true, passive: type !== "click" });
  if (matchMedia("(forced-colors: active)").matches) dress(); // the page's own rules know nothing of them

  function dress() {
    const rest = () => document.documentElement.classList.remove("at-rest");
    if (came()) rest();
    else sheet.addEventListener("load", rest);
    sheet.media = "all";
  }

  /** A sheet that could not be had is there, too, and shows no rules. */
  function came() {
    try {
      return sheet.sheet.cssRules.length > 0;
    } catch {
      return false;
    }
  }

  function act(event) {
    // A browser makes up a movement that does not move, where something new lies under the pointer.
    if (event.type === "pointermove" && !event.movementX && !event.movementY) return;
    const again = AGAIN[event.type]?.(event);
    if (again) missed.push(again);
    if (begun) return;
    begun = true;
    dress();
    wake();
  }

  async function wake() {
    await Promise.all([...later.content.querySelectorAll("script")].map(loaded));
    document.dispatchEvent(new Event("DOMContentLoaded")); // the theme waits for it
    for (const type of SIGNS) removeEventListener(type, act, { capture: true });
    for (const again of missed) again();
  }

  /** Run a script of the template, after those before it; one that cannot be loaded does not hold up the others. */
  function loaded({ src, type }) {
    const script = Object.assign(document.createElement("script"), { src, type, async: false });
    const done = new Promise((resolve) => (script.onload = script.onerror = resolve));
    document.body.append(script);
    return done;
  }
})();
