// clean → parse → ordered rules → verdicts. The rules are data; this file names no cause.

import { clean } from "./clean.js";
import { parse } from "./parse.js";
import data from "./rules.js";

const UNKNOWN = "unknown";
const LONGEST_LINE = 300;
const LONGEST_TEXT = 100_000; // characters that the rules look at
const message = new RegExp(data.message, "i");
const near = new RegExp(data.near, "gi");
const compiled = data.rules.map((rule) => ({
  ...rule,
  when: patterns(rule.when),
  unless: patterns(rule.unless ?? {}),
}));

function patterns(conditions) {
  return Object.entries(conditions).flatMap(([fact, sources]) =>
    [sources].flat().map((source) => [fact, new RegExp(source, "i")]),
  );
}

/**
 * The pages that answer a text, best first: the first rule that matches wins, later ones are the next-likeliest.
 * @param {string} text whatever the reader has
 * @returns {{key: string, because: string (empty for a page that a rule names as the next-likeliest), line: string, own: ?{file: string, line: number}, fix: string}[]}
 *   one entry with the key "unknown" where no rule matches
 */
export function diagnose(text) {
  const facts = parse(clean(excerpt(text)));
  facts.told = toldBy(facts);
  const verdicts = new Map();
  for (const rule of compiled) {
    if (rule.unless.some(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    if (!rule.when.every(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    for (const key of [rule.key, ...(rule.also ?? [])]) {
      if (!verdicts.has(key)) verdicts.set(key, verdict(key, rule, facts));
    }
  }
  if (verdicts.size) return [...verdicts.values()];
  return [{ key: UNKNOWN, because: data.unknown, line: "", own: null, fix: "" }];
}

/** Of a long log, what surrounds the last place that could matter: one pass, however long the log is. */
function excerpt(text) {
  if (text.length <= LONGEST_TEXT) return text;
  let last = text.length;
  for (const match of text.matchAll(near)) last = match.index;
  const from = Math.max(0, Math.min(last - LONGEST_TEXT / 2, text.length - LONGEST_TEXT));
  return text.slice(from, from + LONGEST_TEXT);
}

/** Whether the text holds the message, is a traceback cut before any message, or tells something else. */
function toldBy(facts) {
  if (message.test(facts.text)) return "message";
  return facts.frames && !facts.exceptions ? "cut" : "other";
}

/** The verdict of a rule by its key alone, for a link that carries no text. */
export function recall(key) {
  // Some keys are only ever named as the next-likeliest, so no rule has them first.
  const named = data.rules.some((each) => each.also?.includes(key)) && { key, because: "" };
  const rule = data.rules.find((each) => each.key === key) ?? named;
  return rule && verdict(key, { ...rule, when: [] }, { lines: [], source: "", own: null, named: {} });
}

function verdict(key, rule, facts) {
  const { model = "Model", attribute = "attribute", variable = "obj" } = facts.named;
  const names = { model, attribute, variable };
  const fix = (rule.fix ?? "").replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
  const first = key === rule.key;
  return { key, because: first ? rule.because : "", line: deciding(rule, facts), own: facts.own, fix: first ? fix : "" };
}

/** The line of the reader's text that decided: their own source line, else the one that the text pattern matched. */
function deciding(rule, facts) {
  if (facts.source) return facts.source;
  const pattern = rule.when.find(([fact]) => fact === "text")?.[1];
  const line = (pattern && facts.lines.find((each) => pattern.test(each))?.trim()) ?? "";
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
