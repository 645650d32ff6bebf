// Undo what logs, terminals and web pages do to a traceback. Text in, text out; no cause is known here.

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&", "&nbsp;": " " };

// Prefixes of one line, each anchored and without nested repetition, so that no line can make them backtrack.
const PREFIXES = [
  /^\S{1,40} {0,8}\| ?(?=\S| )/, // docker compose: `web-1  | `
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12} (?:stderr|stdout) [FP] /, // kubernetes
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S{1,60} )?\S{1,60}\[\d+\]: /, // journald
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12}\]? /, // a timestamp
  /^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)\b *(?:\[[\w.-]{1,60}\]|[\w.]{1,80})? ?[:-] /, // a level and a logger
  /^E {3}/, // pytest
  /^> {3,7}(?=\S)/,
  /^ {0,8}[│|┃] ?/, // rich, loguru, exception groups
];

// A path, or the function behind it, that rich cut in two because its box was too narrow: under a whole one it leaves a
// blank line.
const CUT_PATH = /^ *[│┃] ((?:\/|~\/|[A-Z]:\\)[^\n│┃]{1,300})[│┃]\n *[│┃] ( ?[^\s│┃❱][^\n│┃❱]{0,300}?) *[│┃]$/gm;
const STARTS = /^\s*(?:File "|Traceback \(most recent)/; // of its own, however long the line before is
const BORDER = /[│┃╮╯]$/;
const FRAMING = /^\s*(?:[+╭╰─-]|[│|])[-─+╮╯╭╰\s]*$/;

// Where a terminal or a column cut every line at one width, the widths that are common.
const WIDTHS = [60, 72, 76, 78, 79, 80, 100, 120, 132];

/** The text as Python printed it, as far as that can be known. */
export function clean(text) {
  let plain = text.replace(/\r\n?/g, "\n").replace(/\x1b\[[\d;]*[A-Za-z]/g, "");
  plain = plain.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\u00a0/g, " ");
  plain = plain.replace(/&(?:lt|gt|quot|amp|nbsp|#39|#x27);/g, (entity) => ENTITIES[entity]);
  plain = plain.replace(CUT_PATH, (_, path, rest) => `│ ${path.trimEnd()}${/(?: in|:\d+)$/.test(path.trimEnd()) ? " " : ""}${rest}`);
  if (!plain.includes("\n") || /\\n {0,8}File \\?"/.test(plain)) plain = unescaped(plain);
  const lines = withoutSharedPrefix(unwrapped(plain.split("\n")));
  return lines.map(withoutPrefix).filter((line) => !FRAMING.test(line)).join("\n");
}

/** Newlines and quotes that a JSON log escaped. */
function unescaped(text) {
  return text.replace(/\\r?\\n|\\n/g, "\n").replace(/\\(["'])/g, "$1").replace(/\\t/g, "    ");
}

/** Lines that were cut at one width, joined again: no line is longer, and several are exactly that long. */
function unwrapped(lines) {
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isFull = (line) => line.length === longest && !BORDER.test(line);
  const boxed = lines.some((line) => BORDER.test(line));
  if (!WIDTHS.includes(longest) || lines.filter(isFull).length < (boxed ? 1 : 3)) return lines;
  const joined = [];
  lines.forEach((line, at) => {
    if (at && isFull(lines[at - 1]) && !STARTS.test(line)) joined[joined.length - 1] += line;
    else joined.push(line);
  });
  return joined;
}

/** What stands before every frame and is no indentation is a log's, whatever its form: off with it, on all lines. */
function withoutSharedPrefix(lines) {
  const before = lines.flatMap((line) => /^(\S.{0,80}?)\s+File "[^"\n]{1,400}", line \d/.exec(line)?.[1] ?? []);
  const [prefix] = before;
  if (before.length < 2 || before.some((other) => other !== prefix)) return lines;
  return lines.map((line) => (line.startsWith(prefix) ? line.slice(prefix.length) : line));
}

function withoutPrefix(line) {
  let rest = line;
  for (const prefix of PREFIXES) rest = rest.replace(prefix, "");
  return rest.trimEnd();
}
