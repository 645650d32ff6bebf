// The page of an address that leads nowhere: it looks for the pages that the address may have meant.

import pages from "../diagnosis/pages.js";

const ROOT = new URL("../../", import.meta.url);
const MOST_SHOWN = 5;
const LEAST_ALIKE = 0.5; // of a word's pairs of letters; a misspelt word shares more
const NO_WORDS = /^(?:index|html?|md|py|docs?|en|latest|stable)$/;
const box = document.querySelector("#meant");

if (box) show(meant(location.pathname.slice(ROOT.pathname.length)));

/** The pages of an address's words, the likeliest first. */
export function meant(path) {
  const asked = wordsOf(decoded(path));
  return Object.values(pages)
    .map((page) => ({ page, alike: alike(asked, wordsOf(page.url), wordsOf(page.title)) }))
    .filter((each) => each.alike > 0)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_SHOWN)
    .map(({ page }) => page);
}

/** How well the words fit a page: those of its address count more than those of its title, left-over ones against it. */
function alike(asked, url, title) {
  const found = asked.reduce((sum, word) => sum + 2 * closest(word, url) + closest(word, title), 0);
  return found && found - 0.1 * url.length;
}

function closest(word, words) {
  const best = Math.max(0, ...words.map((each) => similarity(word, each)));
  return best >= LEAST_ALIKE ? best : 0;
}

/** 1 for the same word, 0 for one that shares no two letters in a row. */
function similarity(a, b) {
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}

function pairs(word) {
  return new Set(Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2)));
}

function wordsOf(text) {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !NO_WORDS.test(word));
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a lone % is no code
  }
}

function show(found) {
  if (!found.length) return;
  const list = document.createElement("ul");
  for (const page of found) {
    const link = Object.assign(document.createElement("a"), { href: new URL(page.url, ROOT), textContent: page.title });
    const item = document.createElement("li");
    item.append(link, ` ${page.description}`);
    list.append(item);
  }
  box.append(Object.assign(document.createElement("p"), { textContent: "Perhaps you mean:" }), list);
}
