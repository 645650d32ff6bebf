// The one place that knows how Material's bundle talks to its search: it asks for the index as soon as it runs, and
// sends a worker messages of type 0 (set up), 2 (query) and 3 (result). This holds both until search is wanted, sends
// the index words instead of a pasted log, and puts the pages that the rules name first.
// Loads before the bundle, as a classic script; without it, search works as Material made it.
(() => {
  const [SETUP, QUERY, RESULT] = [0, 2, 3];
  const { Worker: NativeWorker, XMLHttpRequest: NativeRequest } = window;
  if (!NativeWorker) return;
  const module = new URL("../diagnosis/query.js", document.currentScript.src);
  const plain = (text) => ({ answers: [], words: text });
  const wanted = new Promise(wait);

  /** Until the reader goes to the search, or comes from one: then the address says which words to mark. */
  function wait(resolve) {
    const box = document.querySelector("input[name=query]");
    const toggle = document.querySelector("#__search");
    if (toggle.checked || box === document.activeElement || new URLSearchParams(location.search).has("h")) resolve();
    box.addEventListener("focus", resolve);
    toggle.addEventListener("change", resolve);
  }

  window.XMLHttpRequest = class extends NativeRequest {
    #isIndex = false;

    open(method, url, ...rest) {
      this.#isIndex = /\/search_index\.json$/.test(url);
      super.open(method, url, ...rest);
    }

    send(body) {
      if (this.#isIndex) wanted.then(() => super.send(body));
      else super.send(body);
    }
  };

  window.Worker = class extends EventTarget {
    #docs = new Map();
    #asked = plain("");
    #turn; // one message after the other: the first needs the worker, a query needs the rules

    constructor(url, options) {
      if (!/\/workers\/search\b/.test(url)) return new NativeWorker(url, options);
      super();
      this.#turn = wanted.then(() => this.#started(url, options));
    }

    postMessage(message) {
      this.#turn = this.#turn.then(async (worker) => {
        worker.postMessage(message.type === QUERY ? await this.#inWords(message) : message);
        if (message.type === SETUP) for (const doc of message.data.docs) this.#docs.set(doc.location, doc);
        return worker;
      });
    }

    #started(url, options) {
      const worker = new NativeWorker(url, options);
      worker.addEventListener("message", ({ data }) => {
        this.dispatchEvent(new MessageEvent("message", { data: this.#ranked(data) }));
      });
      return worker;
    }

    async #inWords(query) {
      const text = window.pastedInSearch?.(query.data) ?? query.data;
      this.#asked = await import(module).then(({ ask }) => ask(text)).catch(() => plain(text));
      return { ...query, data: this.#asked.words };
    }

    #ranked(message) {
      if (message?.type !== RESULT || !this.#asked.answers.length) return message;
      const found = message.data.items;
      const first = this.#asked.answers.flatMap(({ url }) => {
        const group = found.find((items) => items.some((item) => item.location === url));
        const doc = this.#docs.get(url);
        return group ? [group] : doc ? [[{ ...doc, score: 0, terms: {} }]] : [];
      });
      const items = [...first, ...found.filter((group) => !first.includes(group))];
      return { ...message, data: { ...message.data, items } };
    }
  };
})();
