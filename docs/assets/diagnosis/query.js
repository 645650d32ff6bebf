// What a text in the search box asks for: the pages that the rules name, and words for the index.

import { clean } from "./clean.js";
import { diagnose, excerpt } from "./engine.js";
import pages from "./pages.js";
import data from "./rules.js";

const MOST_WORDS = 12;
const FEWEST_WORDS = 3; // one or two words are the name of a page, not of a situation
const names = new Map(data.names.map((name) => [name.toLowerCase(), name]));

/**
 * @param {string} text what was typed or pasted
 * @returns {{answers: {key: string, url: string, title: string, because: string}[], words: string}}
 */
export function ask(text) {
  const corrected = clean(excerpt(text)).replace(/[A-Za-z_]{8,40}/g, correctedName);
  const typed = !corrected.includes("\n") && corrected.trim().split(/\s+/).length >= FEWEST_WORDS;
  const verdicts = diagnose(corrected, { typed }).filter((verdict) => verdict.key in pages);
  return {
    answers: verdicts.map(({ key, because }) => ({ key, ...pages[key], because: because || pages[key].description })),
    words: wordsOf(corrected).join(" "),
  };
}

/** Words that the index can be asked for: no operators, no numbers alone, none twice. */
function wordsOf(text) {
  const line = text.split("\n").map((part) => part.trim()).filter(Boolean).pop() ?? "";
  const from = line.split(/\s+/).length > 1 || !text.includes("\n") ? line : text;
  const words = from.split(/[^\p{L}\p{N}_.]+/u).map((word) => word.replace(/^[._]+|[.]+$/g, ""));
  return [...new Set(words.filter((word) => word.length > 1 && !/^[\d.]+$/.test(word)))].slice(0, MOST_WORDS);
}

/** The known name that a misspelt word means: at most two letters away. */
function correctedName(word) {
  const lower = word.toLowerCase();
  if (names.has(lower)) return word;
  for (const [known, name] of names) {
    if (Math.abs(known.length - lower.length) <= 2 && distance(lower, known) <= (known.length > 11 ? 2 : 1)) return name;
  }
  return word;
}

/** Edits, swaps included, between two short words. */
function distance(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
