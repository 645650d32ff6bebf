// Undo what logs, terminals and web pages do to a traceback. Text in, text out; no cause is known here.

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&", "&nbsp;": " " };

// Prefixes of one line, each anchored and without nested repetition, so that no line can make them backtrack.
const PREFIXES = [
  /^\S{1,40} {0,8}\| ?(?=\S| )/, // docker compose: `web-1  | `
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12} (?:stderr|stdout) [FP] /, // kubernetes
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,60}\[\d+\]: /, // journald
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12}\]? /, // a timestamp
  /^E {3}/, // pytest
  /^> {3,7}(?=\S)/,
  /^-{2,4}> \d{1,6} /, // IPython
  /^ {0,8}[│|┃] ?/, // rich, loguru, exception groups
];

const CARETS = /^\s*[~^]+\s*$/;
const FRAMING = /^\s*(?:[+╭╰─-]|[│|])[-─+╮╯╭╰\s]*$/;

/** The text as Python printed it, as far as that can be known. */
export function clean(text) {
  let plain = text.replace(/\r\n?/g, "\n").replace(/\x1b\[[\d;]*[A-Za-z]/g, "");
  plain = plain.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\u00a0/g, " ");
  plain = plain.replace(/&(?:lt|gt|quot|amp|nbsp|#39|#x27);/g, (entity) => ENTITIES[entity]);
  if (!plain.includes("\n") || /\\n {0,8}File \\?"/.test(plain)) plain = unescaped(plain);
  return plain.split("\n").map(withoutPrefix).filter((line) => !CARETS.test(line) && !FRAMING.test(line)).join("\n");
}

/** Newlines and quotes that a JSON log escaped. */
function unescaped(text) {
  return text.replace(/\\r?\\n|\\n/g, "\n").replace(/\\(["'])/g, "$1").replace(/\\t/g, "    ");
}

function withoutPrefix(line) {
  let rest = line;
  for (const prefix of PREFIXES) rest = rest.replace(prefix, "");
  return rest.trimEnd();
}
