// From cleaned text to facts: exceptions, frames, the reader's own last line, SQL, and Pydantic's locations.

import { driverOf, seriesOf } from "./origin.js";

const FRAME = /^\s*File "([^"\n]{1,400})", line (\d+)(?:, in (?:\w{1,60}\.){0,4}([^\s.]\S{0,200}))?/;
const SHORT_FRAME = /^\s*(?:File )?([^\s":][^":\n]{0,300}\.py|[A-Z]:\\[^":\n]{0,300}\.py):(\d+)(?:[:,]? in (?:\w{1,60}\.){0,4}(\w{1,100})|:)?/; // pytest, IPython, rich
const OLD_IPYTHON_FRAME = /^\s*(<ipython-input[^>\n]{1,60}>|[^\s":]{1,300}\.py) in ([\w-]{1,100})\(/; // its line number stands at the arrow
const EXCEPTION = /^\s*((?:[a-z_]\w{0,60}\.){0,8}[A-Z]\w{2,80})(?:: (.*))?$/;
const PACKAGES = /(?:site|dist)-packages\/(.+)$/;
const KNOWN = /(?:^|\/)((?:sqlalchemy|alembic|fastapi|starlette|pydantic|sqlmodel|greenlet)\/.+)$/;
const STANDARD = /\/lib\/python\d|\/Lib\/|^<(?!ipython)|\/asyncio\/|\/concurrent\/|\/contextlib\.py$/;
const DRIVERS = /^(?:sqlalchemy|greenlet|aiosqlite|asyncpg|psycopg|asyncmy|aiomysql|pymysql)\//;
const MARKS = /^\s*[~^]+\s*$/;
const ARROW = /^\s*(?:-{1,5}>|❱) (\d{1,6}) ?[\s│]*(.*?)[\s│]*$/;
const LOCATION = /'loc': \(([^)\n]{1,200})\)/g;
// The object that Pydantic or SQLAlchemy says it was reading.
const INSTANCE = /(?:\binput(?:_value)?'?[=:] ?|\b[Ii]nstance )<(?:\w{1,60}\.){0,8}([A-Z]\w{0,60})(?: object)? at /;
// Reads of an attribute in prose and in code: neither a module's name, nor a file's, nor a call.
const READS = /(?<![\w./"'-])(?!(?:sqlalchemy|asyncio|fastapi|pydantic|session|db|engine|exc|orm|app|self|uvicorn|python|www|greenlet|e|i)\.)([a-z_]\w{1,60})\.(?!(?:py|com|org|io|dev|txt|me|sql|ya?ml|toml|md|log|ini|cfg|html|g|e)\b)([a-z_]\w{1,60})(?![\w(/])/g;
// Variables that hold no object of a model.
const NO_MODEL = /^(?:session|engine|connection|conn|db|log|logger|logging|request|app|sa|orm|func|asyncio)$/;
const READ = /\b([a-z_]\w{0,60})\.([a-z_]\w{0,60})\b(?!\()/g;

/** What the rules can look at; each fact is a string, so that a rule is a pattern. */
export function parse(cleaned) {
  const { lines, marked } = withoutMarks(cleaned.split("\n"));
  const text = lines.join("\n");
  const frames = framesOf(lines, marked);
  const own = frames.filter((frame) => !frame.library);
  const last = own[own.length - 1] ?? null;
  const flat = text.replace(/\s+/g, " ").trim();
  const locations = [...flat.matchAll(LOCATION)].map((match) => match[1].replace(/['\s]/g, "").replace(/,/g, "."));
  const sql = (/\[SQL: ([^\]]{1,4000})/.exec(flat.replace(/\\n/g, " ")) ?? ["", ""])[1];
  const facts = {
    text: flat,
    frames: frames.map((frame) => `${frame.module}:${frame.name}`).join(" > "),
    exceptions: exceptionsOf(lines).join(" > "),
    caller: callerOf(frames),
    last: frames[frames.length - 1]?.source ?? "",
    source: last?.source ?? "",
    sources: own.map((frame) => frame.source).join("\n"),
    reads: [...flat.matchAll(READS)].map((match) => match[0]).join(" "),
    sql,
    shape: shapeOf(sql, (/\[parameters: (.{1,200})/.exec(flat) ?? [])[1] ?? ""),
    locations: locations.join(" "),
    series: seriesOf(flat),
    driver: driverOf(text),
    lines,
    own: last,
    marked: last?.marked ?? "",
  };
  return { ...facts, named: namesOf(facts) };
}

/** Python marks the failing expression in the line below its source: the marks apart, and what each line's mark. */
function withoutMarks(all) {
  const lines = [];
  const marked = new Map();
  for (const line of all) {
    if (!MARKS.test(line)) lines.push(line);
    else marked.set(lines.length - 1, markedIn(lines.at(-1) ?? "", line.search(/\S/), line.trimEnd().length));
  }
  return { lines, marked };
}

/** The marked part of a source line, to the end of its last word: names get edited before a text is pasted. */
function markedIn(source, start, end) {
  return source.slice(start, end) + (/^\w*/.exec(source.slice(end))?.[0] ?? "");
}

function framesOf(lines, marked) {
  const found = [];
  lines.forEach((line, at) => {
    const match = FRAME.exec(line) ?? SHORT_FRAME.exec(line) ?? oldFrame(line);
    if (!match) return;
    const { source, number } = sourceAfter(lines, at);
    const path = match[1].replace(/\\/g, "/");
    const inside = PACKAGES.exec(path) ?? KNOWN.exec(path);
    found.push({
      file: match[1],
      line: Number(match[2] || number),
      name: bare(match[3] ?? ""),
      source,
      marked: marked.get(at + 1) ?? "",
      module: inside ? inside[1] : path.split("/").slice(-2).join("/"),
      library: Boolean(inside) || STANDARD.test(path),
      standard: !inside && STANDARD.test(path),
    });
  });
  return found;
}

/** A frame as IPython printed it before version 8, as if it were one of Python's. */
function oldFrame(line) {
  const match = OLD_IPYTHON_FRAME.exec(line);
  return match && [match[0], match[1], "", match[2]];
}

/** The source line of a frame: the one that IPython or rich marks with an arrow and its number, else the next line. */
function sourceAfter(lines, at) {
  for (let next = at + 1; next < Math.min(at + 14, lines.length) && !FRAME.test(lines[next]); next++) {
    const marked = ARROW.exec(lines[next]);
    if (marked) return { source: marked[2].trim(), number: marked[1] };
  }
  const next = lines[at + 1] ?? "";
  if (SHORT_FRAME.test(lines[at]) && !next.replace(/[_ ]/g, "")) return { source: sourceBefore(lines, at) };
  return { source: FRAME.test(next) || SHORT_FRAME.test(next) || EXCEPTION.test(next) ? "" : next.trim() };
}

/** pytest's long form shows a frame's source above its place, with a blank line between. */
function sourceBefore(lines, at) {
  const above = (lines[at - 1] ?? "").trim() || (lines[at - 2] ?? "").trim();
  return /^[_ ]*$/.test(above) || SHORT_FRAME.test(above) ? "" : above;
}

/**
 * What the statement asks for: `row` (columns of a table, its key among them, by that key), `columns` (some columns,
 * without the key), `collection` (rows that refer to a value), `query` (the same, but the statement holds the value
 * itself), `subclass` (columns of one table by a key that is not among them, the value first), or `sent` (rows by a
 * value that is no key: SQLAlchemy's own loads call the parameters of a key `pk_1`, `pk_2`).
 */
function shapeOf(sql, parameters) {
  const plain = sql.replace(/\s+/g, " ").trim();
  const found = /\bSELECT ((?:(?!SELECT ).){1,3000}?) FROM (\S{1,120}) WHERE (.{1,300})$/.exec(plain);
  if (!found) return "";
  const [, selected, , condition] = found;
  const referred = /^(?:\?|%s|%\(\w+\)s|\$\d+|:\w+)\S* = ([^)]{1,120}?)(?: AND | LIMIT | ORDER |\)|$)/.exec(condition)?.[1].replace(/ /g, "");
  const key = referred ?? /^(\S{1,120}) = /.exec(condition)?.[1];
  if (!key) return "";
  const hasKey = selected.split(", ").some((column) => isColumn(column.replace(/ /g, ""), key));
  if (referred && !hasKey) return "subclass";
  if (referred && /^\[?\{\}/.test(parameters)) return "query";
  if (!plain.startsWith(`SELECT ${selected}`)) return "";
  if (referred) return "collection";
  if (!hasKey) return "columns";
  return /^\[?\{/.test(parameters) && !parameters.includes("'pk_") ? "sent" : "row";
}

/** Whether a selected expression, without spaces, is the column: `post.id` or `post.idASpost_id`. */
function isColumn(selected, column) {
  return selected === column || selected.startsWith(`${column}AS`);
}

function exceptionsOf(lines) {
  return lines.map((line) => EXCEPTION.exec(line)?.[1]).filter(Boolean);
}

/** Who called into SQLAlchemy last: `own`, `library:NAME`, or nothing that the text shows. */
function callerOf(frames) {
  const entered = frames.findLastIndex((frame) => DRIVERS.test(frame.module));
  const above = entered < 0 ? frames : frames.slice(0, entered);
  const last = above.findLast((frame) => !frame.standard && !DRIVERS.test(frame.module));
  if (!last) return "";
  return last.library ? `library:${last.module.split("/")[0]}` : "own";
}

/** The model, the attribute and the variable that the text names, each where it does. */
function namesOf({ text, source, marked, locations, reads }) {
  const quoted = /'([A-Z]\w{0,60})\.(\w{1,60})' is not available/.exec(text);
  if (quoted) return { model: quoted[1], attribute: quoted[2] };
  const model = INSTANCE.exec(text)?.[1];
  const { attribute, variable } = readOf(text, marked || source, locations, reads);
  return { ...(model && { model }), ...(attribute && { attribute }), ...(variable && { variable }) };
}

function readOf(text, source, locations, told) {
  const location = locations.split(" ")[0].split(".").pop();
  if (location) return { attribute: location };
  const said = /of attribute '(\w{1,60})' cannot proceed/.exec(text);
  if (said) return { attribute: said[1] };
  const reads = [...source.matchAll(READ)].filter((match) => !NO_MODEL.test(match[1]));
  const [variable, attribute] = reads.at(-1)?.slice(1) ?? (source ? [] : told.split(" ")[0].split("."));
  return attribute ? { variable, attribute } : {};
}

/** 2.1 put an underscore before names that 2.0 has without; dunder names keep theirs. */
function bare(name) {
  return name.startsWith("__") ? name : name.replace(/^_/, "");
}
