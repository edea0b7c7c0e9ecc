// One draft on the desk. Every change goes to the server at once; the page is then drawn anew from the server's own.
// Words being typed are kept in this browser until the server has them: a closed tab or a lost connection loses none.

import { problemOf, say } from "./words.js";

const id = document.getElementById("bench").dataset.draft;
const address = `/api/drafts/${encodeURIComponent(id)}`;
const KEY = `baocao.draft.${id}`;
const PAUSE = 500;
const saved = document.getElementById("saved");
const problem = document.getElementById("problem");
const editing = new Set();
let answering = [];
let timer = null;
let queue = Promise.resolve();

// Words that the server does not have yet, by item

function pending() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function note(item, text) {
  const words = { ...pending(), [item]: text };
  localStorage.setItem(KEY, JSON.stringify(words));
}

function settled(item, text) {
  const words = pending();
  if (words[item] !== text) return;
  delete words[item];
  if (Object.keys(words).length) localStorage.setItem(KEY, JSON.stringify(words));
  else localStorage.removeItem(KEY);
}

// Sending

/** Sends one change after the other; null where the server cannot be reached, else whether it took it. */
function send(path, body) {
  const done = queue.then(async () => {
    saved.textContent = say(body.op === "regenerate" ? "drafting" : "saving");
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(address + path, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => null);
    problem.hidden = true;
    if (response?.ok) {
      saved.textContent = say("saved");
      return true;
    }
    const error = response ? problemOf(await response.json().catch(() => null)) : { message: say("unsaved"), hint: "" };
    problem.textContent = `${error.message} ${error.hint}`.trim();
    problem.hidden = false;
    saved.textContent = "";
    return response ? false : null;
  });
  queue = done;
  return done;
}

async function flush() {
  clearTimeout(timer);
  timer = null;
  for (const [item, text] of Object.entries(pending())) {
    const taken = await send("/edits", { op: "edit", item, text });
    if (taken === null) {
      timer = setTimeout(flush, 4 * PAUSE);
      return false;
    }
    settled(item, text);
  }
  return true;
}

async function change(body) {
  await flush();
  if (await send("/edits", body)) await draw();
}

window.addEventListener("pagehide", () => {
  for (const [item, text] of Object.entries(pending())) {
    const body = new Blob([JSON.stringify({ op: "edit", item, text })], { type: "application/json" });
    navigator.sendBeacon(`${address}/edits`, body);
  }
});

// Drawing

/** Draws sources, items and tables anew, without losing the place, the focus or what is being typed. */
async function draw() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const focused = document.activeElement?.id;
  const fields = [...document.querySelectorAll("#bench input[id], #bench textarea[id]")];
  const typed = fields.filter((f) => !f.closest(".editor") && f.value !== f.defaultValue).map((f) => [f.id, f.value]);
  const closed = new Set([...document.querySelectorAll("#sources details:not([open])")].map((d) => d.innerText.split("\n")[0]));
  const scrolled = document.getElementById("sources").scrollTop;
  for (const part of ["sources", "items", "below"]) {
    document.getElementById(part).replaceWith(document.adoptNode(page.getElementById(part)));
  }
  for (const details of document.querySelectorAll("#sources details")) {
    details.open = !closed.has(details.querySelector("summary").innerText.split("\n")[0]);
  }
  document.getElementById("sources").scrollTop = scrolled;
  for (const [name, value] of typed) {
    const field = document.getElementById(name);
    if (field) field.value = value;
  }
  tellAnswering();
  for (const item of editing) open(item, false);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function itemOf(node) {
  return node.closest("[data-item]")?.dataset.item;
}

function cardOf(item) {
  return document.getElementById(`item-${item}`);
}

// Editing

function open(item, focus = true) {
  const card = cardOf(item);
  if (!card) {
    editing.delete(item);
    return;
  }
  editing.add(item);
  card.querySelector(".words").hidden = true;
  card.querySelector(".editor").hidden = false;
  const text = card.querySelector("textarea");
  if (pending()[item] !== undefined) text.value = pending()[item];
  grow(text);
  if (focus) text.focus();
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

document.addEventListener("input", (event) => {
  if (!event.target.matches(".editor textarea")) return;
  grow(event.target);
  note(itemOf(event.target), event.target.value);
  clearTimeout(timer);
  timer = setTimeout(flush, PAUSE);
});

async function close(item) {
  editing.delete(item);
  await flush();
  await draw();
  document.getElementById(`edit-${item}`)?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches(".editor textarea")) close(itemOf(event.target));
});

// What the buttons do

/** The item goes, and the focus with it to the one after it, or before it where it was the last. */
async function reject(item) {
  const cards = [...document.querySelectorAll(".items .item")];
  const at = cards.findIndex((card) => card.dataset.item === item);
  const next = (cards[at + 1] ?? cards[at - 1])?.dataset.item;
  await change({ op: "reject", item });
  if (!cardOf(item)) document.getElementById(next ? `reject-${next}` : "new")?.focus({ preventScroll: true });
}

/** An item that is brought back has the focus where it stands again. */
async function bringBack(item) {
  await change({ op: "bring back", item });
  document.getElementById(`accept-${item}`)?.focus();
}

/** Wording an item anew may take a chat model a while: its button waits with it. */
async function again(item, button) {
  button.disabled = true;
  await change({ op: "regenerate", item });
  button.disabled = false;
  document.getElementById(button.id)?.focus({ preventScroll: true });
}

const WAYS = {
  accept: (item, button) => change({ op: "accept", item, accepted: button.getAttribute("aria-pressed") !== "true" }),
  edit: (item) => open(item),
  done: (item) => close(item),
  up: (item, button) => change({ op: "move", item, at: Number(button.dataset.at) }),
  down: (item, button) => change({ op: "move", item, at: Number(button.dataset.at) }),
  again,
  reject,
  back: bringBack,
};

function tellAnswering() {
  const place = document.getElementById("answering");
  place.textContent = answering.length ? say("answering", { source: answering.map((a) => a.called).join(", ") }) : "";
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const item = itemOf(button);
  const way = Object.keys(WAYS).find((name) => button.classList.contains(name));
  if (item && way) WAYS[way](item, button);
  else if (button.classList.contains("answer")) {
    answering = [{ id: button.dataset.source, called: button.dataset.called }];
    tellAnswering();
    document.getElementById("new").focus();
  } else if (button.classList.contains("restore")) {
    await flush();
    if (await send(`/versions/${button.dataset.version}/restore`, {})) await draw();
  }
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.id === "add") {
    const text = form.elements.text.value;
    await flush();
    if (!(await send("/edits", { op: "add", text, answers: answering.map((a) => a.id) }))) return;
    answering = [];
    document.getElementById("new").value = "";
    await draw();
    document.getElementById("new").focus();
  } else if (form.id === "keep") {
    await flush();
    if (!(await send("/versions", { name: form.elements.name.value }))) return;
    form.reset();
    await draw();
  } else if (form.classList.contains("slot")) {
    const figure = form.elements.figure.value;
    form.reset();
    await change({ op: "fill", slot: form.elements.slot.value, text: figure });
  }
});

// An item and what it answers light up together

function light(card) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!card) return;
  for (const source of card.dataset.answers.split(" ")) document.getElementById(`source-${source}`)?.classList.add("lit");
}
document.addEventListener("pointerover", (event) => light(event.target.closest(".item")));
document.addEventListener("focusin", (event) => light(event.target.closest(".item")));

// A link to a source opens the group it is in

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#source-"]');
  const group = link && document.getElementById(link.hash.slice(1))?.closest("details");
  if (group) group.open = true;
});

// What an earlier page could not send

if (Object.keys(pending()).length) flush().then((done) => done && draw());
