// The loader chooser: a reader's own numbers in, what every strategy costs out. Its state is the address's query.

import { answer, FIELDS, read, written } from "../loaders/choice.js";

const form = document.querySelector("#chooser");
const choice = document.querySelector("#chooser-choice");
const output = document.querySelector("#chooser-costs");
const said = document.querySelector("#chooser-said");
const status = document.querySelector("#chooser-status");

if (form) {
  form.hidden = false;
  recall();
  form.addEventListener("input", decide);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("#chooser-copy").addEventListener("click", copyLink);
  addEventListener("popstate", recall);
}

/** Put the numbers of the address into the form. */
function recall() {
  const asked = new URLSearchParams(location.search);
  for (const [name, field] of Object.entries(FIELDS)) {
    const control = form.elements[name];
    const value = asked.get(name) ?? String(field.usual);
    if (control.type === "checkbox") control.checked = value === "true";
    else control.value = value;
    if (control.tagName === "SELECT" && !control.value) control.value = field.usual;
  }
  decide();
}

function decide() {
  const values = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, valueOf(form.elements[name])]));
  const { asked, wrong } = read(values);
  fit(values.kind);
  mark(wrong);
  if (wrong.length) {
    said.textContent = wrong.map((each) => each.sentence).join(" ");
    choice.replaceChildren();
    output.replaceChildren();
    status.textContent = said.textContent;
    return;
  }
  said.textContent = "";
  history.replaceState(null, "", location.pathname + written(asked) + location.hash);
  const found = answer(asked);
  choice.replaceChildren(sentence(found), pasted(found));
  output.replaceChildren(tableOf(found));
  status.textContent = found.said;
}

function valueOf(control) {
  return control.type === "checkbox" ? String(control.checked) : control.value.trim();
}

/** Show only the fields that the kind of relationship has. */
function fit(kind) {
  for (const [name, field] of Object.entries(FIELDS)) {
    const box = form.elements[name].closest("label");
    box.hidden = Boolean(field.kinds && !field.kinds.includes(kind));
  }
}

function mark(wrong) {
  const names = new Set(wrong.map((each) => each.name));
  for (const name of Object.keys(FIELDS)) {
    form.elements[name].setAttribute("aria-invalid", String(names.has(name)));
  }
}

function sentence(found) {
  const made = document.createElement("p");
  made.className = "site-choice";
  made.append(Object.assign(document.createElement("strong"), { textContent: found.title }), ` ${found.because}`);
  return made;
}

function pasted(found) {
  const made = document.createElement("pre");
  made.append(Object.assign(document.createElement("code"), { textContent: found.code }));
  return made;
}

function tableOf(found) {
  const table = document.createElement("table");
  table.className = "site-costs";
  table.append(Object.assign(document.createElement("caption"), { textContent: found.caption }));
  table.createTHead().append(row(["Strategy", "Statements", "Rows", "Bytes", "Time"], "th"));
  const body = table.createTBody();
  for (const each of found.rows) {
    const line = row([each.name, each.statements, each.rows, each.bytes, each.time], "td");
    line.dataset.strategy = each.strategy;
    if (each.best) line.className = "site-costs__best";
    body.append(line);
  }
  return table;
}

function row(texts, tag) {
  const made = document.createElement("tr");
  texts.forEach((text, column) => {
    const cell = document.createElement(tag === "th" || column === 0 ? "th" : "td");
    cell.textContent = text;
    if (cell.tagName === "TH") cell.scope = tag === "th" ? "col" : "row";
    made.append(cell);
  });
  return made;
}

async function copyLink() {
  const link = new URL(location.href);
  link.hash = "your-numbers";
  try {
    await navigator.clipboard.writeText(link.href);
    status.textContent = "The link to this case is copied.";
  } catch {
    status.textContent = "The link could not be copied: take it from the address bar.";
  }
  said.textContent = status.textContent;
}
