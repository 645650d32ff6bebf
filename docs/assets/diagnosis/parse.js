// From cleaned text to facts: exceptions, frames, the reader's own last line, SQL, and Pydantic's locations.

const FRAME = /^\s*File "([^"\n]{1,400})", line (\d+)(?:, in (\S{1,200}))?/;
const SHORT_FRAME = /^([\w./\\-]{1,300}\.py):(\d+):(?: in (\S{1,100}))?/; // pytest
const EXCEPTION = /^\s*((?:[a-z_]\w{0,60}\.){0,8}[A-Z]\w{2,80})(?:: (.*))?$/;
const LIBRARY = /site-packages|dist-packages|[\\/]lib[\\/]python\d|<frozen|[\\/]asyncio[\\/]/;
const LOCATION = /'loc': \(([^)\n]{1,200})\)/g;

/** What the rules can look at; each fact is a string, so that a rule is a pattern. */
export function parse(text) {
  const lines = text.split("\n");
  const frames = framesOf(lines);
  const own = frames.filter((frame) => !LIBRARY.test(frame.file) && frame.source);
  const flat = text.replace(/\s+/g, " ").trim();
  return {
    text: flat,
    frames: frames.map((frame) => `${module(frame.file)}:${bare(frame.name)}`).join(" > "),
    exceptions: exceptionsOf(lines).map((found) => found.name).join(" > "),
    source: own.length ? own[own.length - 1].source : "",
    sources: own.map((frame) => frame.source).join("\n"),
    sql: (/\[SQL: ([^\]]{1,4000})/.exec(flat) ?? ["", ""])[1],
    locations: [...flat.matchAll(LOCATION)].map((match) => match[1].replace(/['\s]/g, "").replace(/,/g, ".")).join(" "),
    length: String(lines.length),
    lines,
    own: own[own.length - 1] ?? null,
  };
}

function framesOf(lines) {
  const found = [];
  lines.forEach((line, at) => {
    const match = FRAME.exec(line) ?? SHORT_FRAME.exec(line);
    if (!match) return;
    const next = lines[at + 1] ?? "";
    const source = FRAME.test(next) || EXCEPTION.test(next) ? "" : next.trim();
    found.push({ file: match[1], line: Number(match[2]), name: match[3] ?? "", source });
  });
  return found;
}

function exceptionsOf(lines) {
  return lines.flatMap((line) => {
    const match = EXCEPTION.exec(line);
    return match ? [{ name: match[1], message: match[2] ?? "" }] : [];
  });
}

/** `…/site-packages/sqlalchemy/orm/state.py` is `sqlalchemy/orm/state.py`; other files keep their last two parts. */
function module(file) {
  const path = file.replace(/\\/g, "/");
  const inside = /(?:site|dist)-packages\/(.+)$/.exec(path);
  return inside ? inside[1] : path.split("/").slice(-2).join("/");
}

/** 2.1 put an underscore before names that 2.0 has without; dunder names keep theirs. */
function bare(name) {
  return name.startsWith("__") ? name : name.replace(/^_/, "");
}
