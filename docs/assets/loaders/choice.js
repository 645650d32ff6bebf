// From a reader's numbers to an answer: what is asked for, whether it can be meant, and what to choose. No document here.

import { costs } from "./formulas.js";
import model from "./model.js";

const MANY = 1_000_000;
const COLLECTION = ["one-to-many", "many-to-many", "two-levels"];

/** The fields of the form, each with the usual value, its limits, and the kinds of relationship that have it. */
export const FIELDS = {
  kind: { usual: "one-to-many", label: "The relationship", choices: [...COLLECTION, "many-to-one"] },
  parents: { usual: 100, label: "Objects that the query selects", from: 1, to: MANY },
  children: { usual: 10, label: "Children of each", from: 0, to: 100_000, kinds: COLLECTION },
  nested: { usual: 3, label: "Children of each child", from: 0, to: 100_000, kinds: ["two-levels"] },
  siblings: { usual: 1, label: "Collections of this kind", from: 1, to: 4, kinds: ["one-to-many"] },
  targets: { usual: 10, label: "Different targets", from: 1, to: MANY, kinds: ["many-to-one"] },
  held: { usual: "false", label: "Targets in the session", choices: ["false", "true"], kinds: ["many-to-one"] },
  parent_bytes: { usual: 20, label: "Bytes of a user's text", from: 0, to: MANY },
  child_bytes: { usual: 20, label: "Bytes of a child's text", from: 0, to: MANY },
  limit: { usual: 0, label: "LIMIT", from: 0, to: MANY },
  rtt: { usual: 0.5, label: "Round trip", from: 0, to: 10_000, decimal: true },
  database: { usual: "postgresql", label: "Database", choices: ["postgresql", "sqlite"] },
};
const NAMES = {
  selectinload: "selectinload",
  joinedload: "joinedload",
  "joinedload-inner": "joinedload, innerjoin",
  subqueryload: "subqueryload",
  immediateload: "immediateload",
  contains_eager: "contains_eager",
  "by-hand": "a query by hand",
  lazy: "awaitable_attrs, N+1",
  core: "Core rows, no objects",
};
// What is recommended: the others are there to compare with. An inner join leaves objects out whose target or children
// are missing, and subqueryload is for keys that selectinload cannot put into a list.
const LOADERS = ["selectinload", "joinedload", "immediateload"];
const ALIKE = 1.1; // estimates that differ by less than this are not told apart

/** The numbers that `values` (texts by field) mean, and a sentence for each that cannot be meant. */
export function read(values) {
  const asked = {};
  const wrong = [];
  for (const [name, field] of Object.entries(FIELDS)) {
    const used = !field.kinds || field.kinds.includes(values.kind);
    const value = used ? meant(values[name], field) : field.usual;
    if (value === undefined) wrong.push({ name, sentence: `${field.label}: ${wanted(field)}.` });
    asked[name] = value;
  }
  return { asked: { ...asked, held: asked.held === "true" }, wrong };
}

function meant(text, field) {
  if (field.choices) return field.choices.includes(text) ? text : undefined;
  const pattern = field.decimal ? /^\d+([.,]\d+)?$/ : /^\d+$/;
  const number = pattern.test(text) ? Number(text.replace(",", ".")) : NaN;
  return number >= field.from && number <= field.to ? number : undefined;
}

function wanted({ choices, from, to, decimal }) {
  if (choices) return `choose one of ${choices.join(", ")}`;
  return `write a ${decimal ? "" : "whole "}number from ${from} to ${to.toLocaleString("en")}`;
}

/** The query that names a case: only what differs from the usual. */
export function written(asked) {
  const found = new URLSearchParams();
  for (const [name, { usual, kinds }] of Object.entries(FIELDS)) {
    const used = !kinds || kinds.includes(asked.kind);
    if (used && String(asked[name]) !== String(usual)) found.set(name, asked[name]);
  }
  return found.size ? `?${found}` : "";
}

/** What to choose, why, the code to paste, and a row per strategy. */
export function answer(asked) {
  const per = model[asked.database].per;
  const known = Object.entries(costs(asked)).filter(([, cost]) => cost);
  const timed = known.map(([strategy, cost]) => ({ strategy, cost, time: time(cost, per, asked.rtt) }));
  const best = chosen(timed);
  const fastest = Math.min(...timed.filter(isLoader).map((each) => each.time));
  return {
    title: `${NAMES[best.strategy]}:`,
    because: `${counted(best.cost.statements, "statement")}, ${counted(best.cost.rows, "row")}. ${others(timed, best)}`,
    code: code(asked, best.strategy),
    caption: caption(asked),
    rows: timed.map((each) => shown(each, best, fastest, asked)),
    said: `Choose ${NAMES[best.strategy]}: ${counted(best.cost.statements, "statement")}, ${counted(best.cost.rows, "row")}.`,
  };
}

/** Milliseconds: every statement waits for its answer; rows, bytes and objects take the client's time. */
function time(cost, per, rtt) {
  const taken = per.row * cost.rows + (per.kilobyte * cost.bytes) / 1000 + per.object * cost.objects;
  return cost.statements * (rtt + per.statement) + taken;
}

function isLoader({ strategy }) {
  return LOADERS.includes(strategy);
}

/** The fastest loader; of those that the model does not tell apart, the one that transfers the least, then the first. */
function chosen(timed) {
  const safe = timed.filter(isLoader);
  const fastest = Math.min(...safe.map((each) => each.time));
  const alike = safe.filter((each) => each.time <= fastest * ALIKE);
  return alike.reduce((found, each) => (each.cost.bytes < found.cost.bytes * 0.98 ? each : found));
}

function others(timed, best) {
  const rival = best.strategy === "selectinload" ? "joinedload" : "selectinload";
  const other = timed.find((each) => each.strategy === rival);
  const ratio = other.time / best.time;
  if (ratio < ALIKE && ratio > 1 / ALIKE) return `${NAMES[rival]} takes about as long.`;
  return `${NAMES[rival]} takes ${ratio.toFixed(1)} times as long.`;
}

function shown({ strategy, cost, time: taken }, best, fastest, asked) {
  return {
    strategy,
    best: strategy === best.strategy,
    name: NAMES[strategy],
    statements: cost.statements.toLocaleString("en"),
    rows: cost.rows.toLocaleString("en"),
    bytes: asked.database === "postgresql" ? cost.bytes.toLocaleString("en") : "–",
    time: `${(taken / fastest).toFixed(taken < fastest * 9.95 ? 1 : 0)}×`,
  };
}

function caption(asked) {
  const { median } = model[asked.database];
  return `Statements, rows and bytes are exact. The time is an estimate, as a multiple of the fastest loader's; on cases it was not fitted to, half of the estimates were within ${Math.round(median * 100)} %.`;
}

function counted(number, thing) {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

function code(asked, strategy) {
  const paths = {
    "one-to-many": ["User.posts", "User.likes", "User.groups", "User.notes"].slice(0, asked.siblings),
    "many-to-one": ["Post.user"],
    "many-to-many": ["User.read"],
    "two-levels": ["User.posts"],
  }[asked.kind];
  const next = asked.kind === "two-levels" ? `.${strategy}(Post.comments)` : "";
  const options = paths.map((path) => `    ${strategy}(${path})${next},`);
  const limit = asked.limit ? `.order_by(User.id).limit(${asked.limit})`.replace("User", paths[0].split(".")[0]) : "";
  const unique = strategy === "joinedload" && asked.kind !== "many-to-one" ? ".unique()" : "";
  const query = `query = select(${paths[0].split(".")[0]})${limit}.options(`;
  return [query, ...options, ")", `found = (await session.scalars(query))${unique}.all()`].join("\n");
}
