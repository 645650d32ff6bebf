// clean → parse → ordered rules → verdicts. The rules are data; this file names no cause.

import { clean } from "./clean.js";
import { parse } from "./parse.js";
import data from "./rules.js";

const UNKNOWN = "unknown";
const compiled = data.rules.map((rule) => ({
  ...rule,
  when: patterns(rule.when),
  unless: patterns(rule.unless ?? {}),
}));

function patterns(conditions) {
  return Object.entries(conditions).map(([fact, source]) => [fact, new RegExp(source, "i")]);
}

/**
 * The pages that answer a text, best first: the first rule that matches wins, later ones are the next-likeliest.
 * @param {string} text whatever the reader has
 * @returns {{key: string, because: string, line: string}[]} one entry with the key "unknown" where no rule matches
 */
export function diagnose(text) {
  const facts = parse(clean(text));
  const verdicts = new Map();
  for (const rule of compiled) {
    if (rule.unless.some(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    if (!rule.when.every(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    for (const key of [rule.key, ...(rule.also ?? [])]) {
      if (!verdicts.has(key)) verdicts.set(key, { key, because: rule.because, line: deciding(rule, facts) });
    }
  }
  return verdicts.size ? [...verdicts.values()] : [{ key: UNKNOWN, because: data.unknown, line: "" }];
}

/** The line of the reader's text that the rule's text pattern matched. */
function deciding(rule, facts) {
  const pattern = rule.when.find(([fact]) => fact === "text")?.[1];
  return (pattern && facts.lines.find((line) => pattern.test(line))?.trim()) ?? facts.source;
}
