// What the pages need when they are opened from the file system: their modules, and the search worker, in the page.
(() => {
  const ROOT = new URL("../", document.currentScript.src);
  const made = new Map();
  const modules = {
/* modules */
  };
  const workers = {
/* workers */
  };

  function need(name) {
    if (!made.has(name)) made.set(name, modules[name](need, new URL(name, ROOT).href));
    return made.get(name);
  }

  function nameOf(address) {
    return new URL(address, document.baseURI).href.slice(ROOT.href.length);
  }

  // In place of import(): `from` is the script that asks.
  window.offlineImport = async (from, address) => need(nameOf(new URL(address, new URL(from, ROOT))));

  // In place of a worker: the same script, in the page. Scripts that know another way than a worker take that.
  window.Worker = class extends EventTarget {
    #inside = new EventTarget();

    constructor(address) {
      super();
      const start = workers[nameOf(address)];
      if (!start) throw new Error("no worker runs from the file system");
      const listen = (type, listener) => this.#inside.addEventListener(type, listener);
      start(window, listen, (data) => this.dispatchEvent(new MessageEvent("message", { data })));
    }

    postMessage(data) {
      setTimeout(() => this.#inside.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {}
  };

  // Links that scripts make lead to folders, too.
  function toFile(event) {
    const link = event.target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  addEventListener("click", toFile, true);
  addEventListener("auxclick", toFile, true);

  addEventListener("DOMContentLoaded", () => {
    for (const script of document.querySelectorAll("script[type=offline-module]")) need(nameOf(script.src));
  });
})();
