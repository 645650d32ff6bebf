// The one place that knows how Material's bundle talks to its search worker: messages of type 0 (set up), 2 (query)
// and 3 (result). It sends the index words instead of a pasted log, and puts the pages that the rules name first.
// Loads before the bundle, as a classic script; without it, search works as Material made it.
(() => {
  const [SETUP, QUERY, RESULT] = [0, 2, 3];
  const Native = window.Worker;
  if (!Native) return;
  const module = new URL("../diagnosis/query.js", document.currentScript.src);
  const plain = (text) => ({ answers: [], words: text });

  window.Worker = class extends Native {
    #docs = new Map();
    #asked = plain("");
    #turn = Promise.resolve();
    #search;

    constructor(url, options) {
      super(url, options);
      this.#search = /\/workers\/search\b/.test(url);
    }

    postMessage(message, ...rest) {
      if (this.#search && message?.type === SETUP) {
        for (const doc of message.data.docs) this.#docs.set(doc.location, doc);
      }
      if (!this.#search || message?.type !== QUERY) return super.postMessage(message, ...rest);
      const text = window.pastedInSearch?.(message.data) ?? message.data;
      this.#turn = this.#turn
        .then(() => import(module))
        .then(({ ask }) => ask(text), () => plain(text))
        .then((asked) => {
          this.#asked = asked;
          super.postMessage({ type: QUERY, data: asked.words });
        });
    }

    addEventListener(type, listener, ...rest) {
      if (!this.#search || type !== "message") return super.addEventListener(type, listener, ...rest);
      super.addEventListener(type, (event) => listener(this.#ranked(event)), ...rest);
    }

    #ranked(event) {
      if (event.data?.type !== RESULT || !this.#asked.answers.length) return event;
      const found = event.data.data.items;
      const first = this.#asked.answers.flatMap(({ url }) => {
        const group = found.find((items) => items.some((item) => item.location === url));
        const doc = this.#docs.get(url);
        return group ? [group] : doc ? [[{ ...doc, score: 0, terms: {} }]] : [];
      });
      const items = [...first, ...found.filter((group) => !first.includes(group))];
      return new MessageEvent("message", { data: { ...event.data, data: { ...event.data.data, items } } });
    }
  };
})();
