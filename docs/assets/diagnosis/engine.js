// clean → parse → ordered rules → verdicts. The rules are data; this file names no cause.

import { clean } from "./clean.js";
import { parse } from "./parse.js";
import data from "./rules.js";

const UNKNOWN = "unknown";
const LONGEST_LINE = 300;
const LONGEST_TEXT = 100_000; // characters that the rules look at
const message = new RegExp(data.message, "i");
const mention = new RegExp(data.mention, "i");
const near = new RegExp(data.near, "gi");
const others = data.others.map(([name, says]) => [new RegExp(`^(?:${name})$`), says]);
// What no text holds: control characters, and what a decoder puts where bytes are no text.
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;
// Names of a variable that say nothing of its class.
const GENERIC = /^_|^(?:self|cls|obj|object|item|row|result|record|instance|entity|model|data|value|res|ret|session)$/;
const MOST_NO_TEXT = 0.02;
const NOTHING = { because: "", decide: "", line: "", own: null, fix: "", series: "", driver: "", named: {} };
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
 * @param {string} text whatever the reader has
 * @returns {{verdicts: Verdict[], read: string}} the verdicts, and the part of the text that they were told from
 */
export function answer(text) {
  const read = excerpt(text);
  return { verdicts: diagnose(read), read };
}

/**
 * The pages that answer a text, best first: the first rule that matches wins, later ones are the next-likeliest.
 * @param {string} text whatever the reader has
 * @param {{typed: boolean}} options whether it was typed as words, on a site where all words are about this error
 * @returns {Verdict[]} one entry with the key "unknown" where no rule matches
 *
 * @typedef {object} Verdict
 * @property {string} key the page
 * @property {string} because empty for a page that a rule names as the next-likeliest
 * @property {string} decide what to ask or to run where the text leaves several candidates, else empty
 * @property {string} line the line of the text that decided
 * @property {?{file: string, line: number}} own the reader's own last frame
 * @property {string} fix code
 * @property {string} series of SQLAlchemy, where the text shows it
 * @property {string} driver where the text shows it
 * @property {{model?: string, attribute?: string, variable?: string}} named what the text names
 */
export function diagnose(text, { typed = false } = {}) {
  const read = excerpt(text);
  if (isNoText(read)) return [{ ...NOTHING, key: UNKNOWN, because: data.binary }];
  const facts = parse(clean(read));
  facts.told = toldBy(facts, typed);
  const verdicts = new Map();
  for (const rule of compiled) {
    if (rule.unless.some(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    if (!rule.when.every(([fact, pattern]) => pattern.test(facts[fact]))) continue;
    for (const key of [rule.key, ...(rule.also ?? [])]) {
      if (!verdicts.has(key)) verdicts.set(key, verdict(key, rule, facts));
    }
  }
  if (verdicts.size) return [...verdicts.values()];
  return [{ ...NOTHING, key: UNKNOWN, because: `${data.unknown} ${otherErrorIn(facts)}`.trim() }];
}

function isNoText(text) {
  return (text.match(NO_TEXT)?.length ?? 0) > text.length * MOST_NO_TEXT;
}

/** What a text is that is none of the site's errors, where its last exception tells. */
function otherErrorIn(facts) {
  const last = facts.exceptions.split(" > ").pop().split(".").pop();
  if (!last) return "";
  const known = others.find(([pattern]) => pattern.test(last));
  return known ? `${last}: ${known[1]}` : data.other.replace("{class}", last);
}

/** Of a long log, what surrounds the last place that could matter: one pass, however long the log is. */
export function excerpt(text) {
  if (text.length <= LONGEST_TEXT) return text;
  let last = text.length;
  for (const match of text.matchAll(near)) last = match.index;
  const from = Math.max(0, Math.min(last - LONGEST_TEXT / 2, text.length - LONGEST_TEXT));
  return text.slice(from, from + LONGEST_TEXT);
}

/** Whether the text holds the message, is a traceback cut before any message, was typed, or tells something else. */
function toldBy(facts, typed) {
  if (message.test(facts.text)) return "message";
  if (!facts.frames && mention.test(facts.text)) return "message"; // in a traceback these are names of functions
  if (!facts.frames) return typed ? "typed" : "other";
  return facts.exceptions ? "other" : "cut";
}

/** The verdict of a rule by its key alone, for a link that carries no text. */
export function recall(key) {
  // Some keys are only ever named as the next-likeliest, so no rule has them first.
  const named = data.rules.some((each) => each.also?.includes(key)) && { key, because: "" };
  const rule = data.rules.find((each) => each.key === key) ?? named;
  return rule && verdict(key, { ...rule, when: [] }, { ...NOTHING, lines: [], source: "", named: {} });
}

function verdict(key, rule, facts) {
  if (key !== rule.key) return { ...NOTHING, key, line: deciding(rule, facts), own: facts.own };
  const { series, driver, own, named } = facts;
  const { because, decide, fix = "" } = rule;
  return {
    key,
    because,
    decide: filled(data.questions[decide] ?? "", facts),
    line: deciding(rule, facts),
    own,
    fix: filled(fix, facts),
    series,
    driver,
    named,
  };
}

/** A template with the names that the text shows. */
function filled(template, { named: { attribute = "attribute", variable = "obj", model = classOf(variable) } }) {
  const names = { model, attribute, variable };
  return template.replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
}

/** The class that a variable's name suggests, by Python's customs; `Model` where it suggests none. */
function classOf(variable) {
  const bare = variable.replace(/^(?:db|new|current|existing|my|the)_/, "");
  if (bare.length < 3 || GENERIC.test(bare)) return "Model";
  return bare.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The line of the reader's text that decided: their own source line, else the one that the text pattern matched. */
function deciding(rule, facts) {
  if (facts.source) return facts.source;
  const pattern = rule.when.find(([fact]) => fact === "text")?.[1];
  const line = (pattern && facts.lines.find((each) => pattern.test(each))?.trim()) ?? "";
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
