// The paste box of the start page: text in, verdicts out, on the reader's machine.

import { element, link, titleOf, reasonOf } from "./verdict.js";

const input = document.querySelector("#error-input");
const output = document.querySelector("#verdicts");
const status = document.querySelector("#verdict-status");
const note = document.querySelector("#paste-answer");
const MOST_SHOWN = 100_000; // characters; of a longer paste the box shows the part that was read
const MOST_READ = 50_000_000; // bytes of a file
const SAYS = {
  empty: "There is nothing to read yet. Paste the error, or the whole log.",
  picture: "A picture cannot be read here. Copy the text of the error, and paste that.",
  large: "This file is larger than 50 MB. Paste the part around the error.",
  shortened: "Of this long text, the box shows the part around the error.",
  broken: "The diagnosis could not be loaded: reload the page, or go by the table of fingerprints.",
};
let turn = 0;
let worker;

if (input && output) {
  input.addEventListener("input", () => ask(input.value));
  addEventListener("paste", takePaste);
  addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  addEventListener("drop", takeDrop);
  addEventListener("hashchange", recallFromLink);
  recallFromLink();
  if (input.value) ask(input.value); // typed, or pasted, before this script was there
}

async function ask(text) {
  const mine = ++turn;
  if (!text.trim()) {
    show([], {});
    return say(SAYS.empty);
  }
  output.setAttribute("aria-busy", "true");
  try {
    const [{ verdicts, read }, pages] = await Promise.all([diagnosed(text, mine), allPages()]);
    if (mine !== turn) return;
    show(verdicts, pages);
    say(read.length < text.length ? SAYS.shortened : "");
    if (input.value !== read) input.value = read;
  } catch {
    if (mine === turn) fail();
  }
}

/** The verdicts, and the part of the text that they were told from. Where no worker can start, the page does the work. */
async function diagnosed(text, mine) {
  try {
    return await inWorker(text, mine);
  } catch {
    return (await import("../diagnosis/engine.js")).answer(text);
  }
}

function inWorker(text, mine) {
  worker ??= started();
  return new Promise((resolve, reject) => {
    const answer = ({ data }) => {
      if (data.turn !== mine) return;
      worker.removeEventListener("message", answer);
      resolve(data);
    };
    worker.addEventListener("message", answer);
    worker.failed.then(reject);
    worker.postMessage({ turn: mine, text });
  });
}

/** The worker; `failed` tells every asker, also a later one, that it will never answer. */
function started() {
  const made = new Worker(new URL("../diagnosis/worker.js", import.meta.url), { type: "module" });
  made.failed = new Promise((resolve) => made.addEventListener("error", resolve, { once: true }));
  return made;
}

/** A paste anywhere on the page, outside another field, lands in the box; a long one never reaches the field whole. */
function takePaste(event) {
  const target = event.target.closest?.("input, textarea, [contenteditable]");
  if (target && target !== input) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const files = event.clipboardData?.files ?? [];
  if (!text && files.length) return takeFile(files[0], event);
  if (!text.trim() || (target === input && text.length <= MOST_SHOWN)) return;
  event.preventDefault();
  take(text);
}

function takeDrop(event) {
  const [file] = event.dataTransfer?.files ?? [];
  if (file) takeFile(file, event);
}

async function takeFile(file, event) {
  event.preventDefault();
  const refusal = file.type.startsWith("image/") ? SAYS.picture : file.size > MOST_READ ? SAYS.large : "";
  if (!refusal) return take(decoded(await file.arrayBuffer()));
  turn++;
  show([], {});
  say(refusal);
}

/** A file's text: UTF-8, or what Windows writes when it redirects output. */
function decoded(buffer) {
  const [first, second] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  return new TextDecoder(first === 0xff && second === 0xfe ? "utf-16le" : "utf-8").decode(buffer);
}

function take(text) {
  input.value = text.length > MOST_SHOWN ? "" : text;
  ask(text);
  input.scrollIntoView({ block: "center" });
}

async function recallFromLink() {
  if (!location.hash.startsWith("#verdict=")) return;
  const keys = decodeURIComponent(location.hash.slice("#verdict=".length)).split(",");
  try {
    const [{ recall }, pages] = await Promise.all([import("../diagnosis/engine.js"), allPages()]);
    show(keys.map(recall).filter(Boolean), pages);
  } catch {
    fail();
  }
}

/** What is known of each key. */
async function allPages() {
  return (await import("../diagnosis/pages.js")).default;
}

function show(verdicts, pages) {
  output.replaceChildren(...verdicts.slice(0, 4).map((verdict, at) => element(verdict, at, verdicts, pages, status)));
  output.setAttribute("aria-busy", "false");
  const [best] = verdicts;
  status.textContent = best ? `${titleOf(best.key, pages)}. ${reasonOf(best, pages)}` : "";
  say("");
}

/** One calm sentence below the box, also for a screen reader; empty text takes it away. */
function say(text) {
  note.textContent = text;
  note.hidden = !text;
  if (text) status.textContent = `${status.textContent} ${text}`.trim();
}

function fail() {
  show([], {});
  say(SAYS.broken);
  note.append(" ", link("reference/fingerprints/", "Fingerprints"));
}
