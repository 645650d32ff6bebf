// What every strategy costs: statements, rows, bytes and objects, computed from a reader's own numbers.
//
// The same figures as scripts/bench/formulas.py; wire.py beside it names the sources. The tests hold both against what
// was measured.

const INTEGER = 8;
const SHORT = 14;
const LENGTH = 4;
const ROW = 7;
const ANSWER = 24;
const REQUEST = 50;
const PARAMETER = 10;
const BATCH = 500; // keys that selectinload puts into one statement

/** Strategy -> {statements, rows, bytes, objects}; null where it would do other work. */
export function costs(asked) {
  const sizes = sizesOf(asked);
  return Object.fromEntries(Object.entries(PLANS).map(([name, plan]) => [name, added(name, plan(sizes), sizes)]));
}

function added(name, batches, sizes) {
  if (!batches) return null;
  const sent = batches.filter((batch) => batch.statements);
  const sum = (of) => sent.reduce((total, batch) => total + of(batch), 0);
  return {
    statements: sum((batch) => batch.statements),
    rows: sum((batch) => batch.rows),
    bytes: sum(transferred),
    objects: name === "core" ? 0 : sizes.objects,
  };
}

function transferred({ statements, parameters, rows, columns }) {
  const digits = String(Math.ceil(rows / statements)).length;
  return statements * (REQUEST + ANSWER + digits) + parameters * PARAMETER + rows * (ROW + columns);
}

function sizesOf(given) {
  const single = given.kind === "many-to-one";
  const asked = single ? { ...given, children: 1 } : given;
  const parents = asked.limit ? Math.min(asked.parents, asked.limit) : asked.parents;
  const owner = INTEGER + SHORT + LENGTH + asked.parent_bytes;
  const owned = 2 * INTEGER + SHORT + LENGTH + asked.child_bytes;
  const links = parents * asked.children;
  const targets = targetsOf(asked, parents, links);
  const deep = asked.kind === "two-levels";
  const nested = deep ? links * asked.nested : 0;
  const collections = asked.kind === "one-to-many" ? asked.siblings : 1;
  return {
    ...{ asked, single, parents, links, targets, deep, nested, collections },
    chunk: asked.chunk ?? BATCH,
    paging: asked.limit ? 1 : 0,
    parent: single ? owned : owner,
    child: single ? owner : owned,
    objects: parents + (asked.held ? 0 : targets * collections) + nested,
    first: { statements: 1, parameters: asked.limit ? 1 : 0, rows: parents, columns: single ? owned : owner },
  };
}

function targetsOf(asked, parents, links) {
  if (asked.kind === "many-to-one") return Math.min(asked.targets, parents);
  if (asked.kind !== "many-to-many") return links;
  return Math.min(links, Math.max(asked.children, Math.floor((asked.parents * asked.children) / 2)));
}

function batch(statements, parameters, rows, columns) {
  return { statements, parameters, rows, columns };
}

/** The same batch for each collection that starts at the selected objects. */
function each(sizes, made) {
  return Array.from({ length: sizes.collections }, () => made);
}

function perObject(sizes) {
  const { links, nested, child, collections } = sizes;
  const asked = sizes.asked.held ? 0 : sizes.targets;
  const many = sizes.parents * collections;
  return [
    sizes.first,
    sizes.single ? batch(asked, asked, asked, child) : batch(many, many, links * collections, child),
    ...(sizes.deep ? [batch(links, links, nested, child)] : []),
  ];
}

function selectin(sizes) {
  const { links, nested, child, chunk } = sizes;
  const key = sizes.asked.kind === "many-to-many" ? INTEGER : 0;
  const keys = sizes.single ? sizes.targets : sizes.parents;
  const rows = sizes.single ? sizes.targets : links;
  const found = [sizes.first, ...each(sizes, batch(Math.ceil(keys / chunk), keys, rows, child + key))];
  if (sizes.deep) found.push(batch(deeper(keys, chunk, sizes.asked.children), links, nested, child));
  return found;
}

/** Each batch loads the next level of its own rows, in batches of 500 of its own. */
function deeper(keys, chunk, children) {
  const rest = keys % chunk;
  return Math.floor(keys / chunk) * Math.ceil((chunk * children) / BATCH) + Math.ceil((rest * children) / BATCH);
}

function joined(sizes, inner) {
  const { children } = sizes.asked;
  if (inner && !children) return null;
  const steps = sizes.collections + (sizes.deep ? 1 : 0);
  let perParent = children ** sizes.collections;
  if (sizes.deep) perParent *= Math.max(sizes.asked.nested, inner ? 0 : 1);
  const rows = sizes.parents * (inner ? perParent : Math.max(1, perParent));
  const columns = children ? sizes.child * steps : LENGTH * 4 * steps;
  return [batch(1, sizes.paging, rows, sizes.parent + columns)];
}

function subquery(sizes) {
  const { links, nested, child, paging } = sizes;
  const rows = sizes.single ? sizes.targets : links;
  return [
    sizes.first,
    ...each(sizes, batch(1, paging, rows, child + INTEGER)),
    ...(sizes.deep ? [batch(1, paging, nested, child + INTEGER)] : []),
  ];
}

function byHand(sizes) {
  if (sizes.asked.held) return null;
  const { links, nested, child } = sizes;
  const keys = sizes.single ? sizes.targets : sizes.parents;
  const key = sizes.asked.kind === "many-to-many" ? INTEGER : 0;
  return [
    sizes.first,
    ...each(sizes, batch(1, keys, sizes.single ? sizes.targets : links, child + key)),
    ...(sizes.deep ? [batch(1, links, nested, child)] : []),
  ];
}

function core(sizes) {
  if (sizes.asked.held) return null;
  const columns = sizes.parent + sizes.child * (sizes.deep ? 2 : 1);
  return each(sizes, batch(1, sizes.paging, sizes.deep ? sizes.nested : sizes.links, columns));
}

const PLANS = {
  selectinload: selectin,
  joinedload: (sizes) => joined(sizes, false),
  "joinedload-inner": (sizes) => joined(sizes, true),
  subqueryload: subquery,
  immediateload: perObject,
  contains_eager: (sizes) => (sizes.asked.limit ? null : joined(sizes, false)),
  "by-hand": byHand,
  lazy: perObject,
  core,
};
