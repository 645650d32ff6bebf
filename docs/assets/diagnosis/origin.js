// Which SQLAlchemy and which driver a text comes from, where it shows them.

// 1.4.36 and 2.0 say await_only(); 2.1 says await_() again, as 1.4.0 did. The link at the end of the message decides.
const SERIES = [
  ["2.1", /sqlalche\.me\/e\/21\//],
  ["2.0", /sqlalche\.me\/e\/20\//],
  ["1.4", /sqlalche\.me\/e\/14\//],
  ["2.1", /can't call await_\(\) here/],
  ["2.0", /can't call await_only\(\) here/],
];
const DRIVERS = /(?:dialects\/(?:postgresql|mysql|sqlite)\/|packages\/|\+)(aiosqlite|asyncpg|psycopg|asyncmy|aiomysql)\b|\bAsyncAdapt_(aiosqlite|asyncpg|psycopg|asyncmy|aiomysql)_/g;

/** `2.1`, `2.0` or `1.4`; empty where nothing tells. */
export function seriesOf(text) {
  return SERIES.find(([, pattern]) => pattern.test(text))?.[0] ?? "";
}

/** The driver that the frames or a URL name last; empty where nothing does. */
export function driverOf(text) {
  const found = [...text.matchAll(DRIVERS)].pop();
  return found ? (found[1] ?? found[2]) : "";
}
