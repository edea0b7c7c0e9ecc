// The desk of questions: ask, watch the answer come, keep the conversation.

import { complete, draw, write } from "./answer.js";
import * as beside from "./beside.js";
import { acquaint, isGone, nameOf } from "./shelf.js";
import { ask } from "./stream.js";
import * as talks from "./talks.js";
import { copyOf, element, say } from "./words.js";

const turns = document.getElementById("turns");
const welcome = document.getElementById("welcome");
const form = document.getElementById("composer");
const field = document.getElementById("question");
const send = document.getElementById("send");
const stop = document.getElementById("stop");
const said = document.getElementById("said");
const trouble = document.getElementById("trouble");
const boxes = [...document.querySelectorAll("input[name=report]")];

let talk = newId();
let answers = [];
let work = null;
let waiting = false; // a question was sent while an answer was still coming

function newId() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("-");
}

// Which reports are asked

function chosen() {
  return boxes.filter((b) => b.checked).map((b) => b.value);
}

function choose(ids) {
  for (const box of boxes) box.checked = ids.includes(box.value);
  tellScope();
}

function tellScope() {
  const ids = chosen();
  const now = document.getElementById("scope-now");
  if (ids.length === 0) now.textContent = now.dataset.all;
  else if (ids.length <= 2) now.textContent = ids.map(nameOf).join("; ");
  else now.textContent = say("scope_some", { count: ids.length, first: nameOf(ids[0]) });
}

document.getElementById("scope").addEventListener("change", tellScope);
document.addEventListener("click", (event) => {
  const scope = document.getElementById("scope");
  if (scope.open && !scope.contains(event.target)) scope.open = false;
});
document.getElementById("scope").addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary").focus();
});

// Asking

async function put(question) {
  if (work) return;
  work = new AbortController();
  welcome.hidden = true;
  const turn = copyOf("turn");
  const progress = turn.querySelector(".progress");
  turn.querySelector(".asked").textContent = question;
  turns.append(turn);
  busy(true);
  progress.textContent = say("step_understood");
  progress.classList.add("busy");
  turn.scrollIntoView({ block: "start" });
  const before = answers.flatMap((a) => [
    { role: "user", content: a.question },
    { role: "assistant", content: a.answer },
  ]);
  const reports = chosen();
  let words = "";
  try {
    await ask(
      { question, reports, history: before.slice(-20), conversation: talk },
      (step, body) => {
        if (step === "lost") progress.textContent = say("step_lost");
        else if (step === "words") {
          words += (words ? " " : "") + body.text;
          write(turn.querySelector(".said"), words);
        } else if (step === "answered") {
          complete(turn, body.answer);
          answers.push(body.answer);
          if (body.answer.citations.some((c) => isGone(c.locator.report))) {
            acquaint(body.answer.citations).then(() => draw(turn, body.answer));
          }
          said.textContent = body.answer.answer;
          history.replaceState(null, "", `/?cuoc=${encodeURIComponent(talk)}`);
        } else progress.textContent = say(`step_${step}`, { count: body.text });
      },
      work.signal,
    );
  } catch (error) {
    progress.textContent = "";
    if (error.name === "AbortError") progress.textContent = say("stopped");
    else fail(turn, question, error);
  } finally {
    progress.classList.remove("busy");
    work = null;
    busy(false);
    if (waiting) form.requestSubmit();
  }
  await talks.refresh();
  drawTalks();
}

function fail(turn, question, error) {
  const box = copyOf("failure");
  box.querySelector("strong").textContent = error.message;
  box.querySelector(".hint").textContent = error.hint ?? "";
  box.querySelector(".again").addEventListener("click", () => {
    turn.remove();
    put(question);
    field.focus();
  });
  turn.querySelector(".answer").replaceChildren(box);
}

function busy(on) {
  send.hidden = on;
  stop.hidden = !on;
  turns.setAttribute("aria-busy", String(on));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = field.value.trim();
  waiting = Boolean(work && question);
  if (!question || work) return;
  field.value = "";
  grow();
  put(question);
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
field.addEventListener("input", grow);

stop.addEventListener("click", () => {
  waiting = false;
  work?.abort();
  field.focus();
});

for (const button of document.querySelectorAll("[data-question]")) {
  button.addEventListener("click", () => put(button.dataset.question));
}

// Conversations

function drawTalks() {
  const kept = talks.list();
  document.getElementById("no-talks").hidden = kept.length > 0;
  document.getElementById("talks").replaceChildren(
    ...kept.map(({ id, name, who }) => {
      const item = element("li", id === talk ? "now" : "");
      item.dataset.talk = id;
      const open = element("button", "open");
      open.type = "button";
      open.append(element("span", "", name));
      open.title = who ? `${name} – ${who}` : name;
      if (id === talk) open.setAttribute("aria-current", "true");
      open.addEventListener("click", () => show(id));
      const rename = tool("✎", say("rename", { name }), () => edit(item, id, name));
      const remove = tool("×", say("remove", { name }), () => confirmRemoval(id, name));
      item.append(open, rename, remove);
      return item;
    }),
  );
}

const sure = document.getElementById("sure");
let doomed = null;

function confirmRemoval(id, name) {
  doomed = id;
  document.getElementById("sure-what").textContent = name;
  sure.returnValue = "no";
  sure.showModal();
}

sure.addEventListener("close", async () => {
  if (sure.returnValue !== "yes") return;
  try {
    await talks.remove(doomed);
    if (doomed === talk) fresh();
    else drawTalks();
  } catch (error) {
    tell(error);
  }
});

/** What went wrong with a conversation, where the reader looks. */
function tell(error) {
  const box = copyOf("failure");
  box.querySelector("strong").textContent = error.message;
  box.querySelector(".hint").textContent = error.hint ?? "";
  box.querySelector(".again").remove();
  trouble.replaceChildren(box);
}

function tool(sign, label, act) {
  const button = element("button", "tool", sign);
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.title = label;
  button.addEventListener("click", act);
  return button;
}

function edit(item, id, name) {
  const input = element("input");
  input.type = "text";
  input.value = name;
  input.maxLength = 80;
  input.setAttribute("aria-label", say("rename", { name }));
  let over = false;
  const end = async (keep) => {
    if (over) return;
    over = true;
    try {
      if (keep && input.value.trim()) await talks.rename(id, input.value);
    } catch (error) {
      tell(error);
    }
    const typing = document.activeElement === input;
    drawTalks();
    if (typing) document.querySelector(`[data-talk="${CSS.escape(id)}"] .tool`)?.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") end(true);
    if (event.key === "Escape") end(false);
  });
  input.addEventListener("blur", () => end(true));
  item.replaceChildren(input);
  input.select();
}

async function show(id) {
  let kept;
  try {
    kept = await talks.load(id);
  } catch (error) {
    tell(error);
    await talks.refresh();
    drawTalks();
    return;
  }
  await acquaint(kept.given.flatMap((a) => a.citations));
  clear();
  talk = id;
  answers = kept.given;
  welcome.hidden = true;
  for (const answer of answers) {
    const turn = copyOf("turn");
    turn.querySelector(".asked").textContent = answer.question;
    turns.append(turn);
    complete(turn, answer);
  }
  choose(kept.reports);
  history.replaceState(null, "", `/?cuoc=${encodeURIComponent(id)}`);
  turns.querySelector(".turn:last-of-type")?.scrollIntoView({ block: "start" });
  drawTalks();
  field.focus();
}

function clear() {
  waiting = false;
  work?.abort();
  trouble.replaceChildren();
  for (const turn of turns.querySelectorAll(".turn")) turn.remove();
  beside.close();
}

function fresh() {
  clear();
  talk = newId();
  answers = [];
  welcome.hidden = false;
  history.replaceState(null, "", "/");
  drawTalks();
  field.focus();
}

document.getElementById("new-talk").addEventListener("click", fresh);

beside.watch(turns);
tellScope();
drawTalks();
field.focus();
// An address may hold a question, from a link or from the form without scripts, or a conversation to go on with.
const address = new URLSearchParams(location.search);
if (address.get("question")) {
  history.replaceState(null, "", "/");
  put(address.get("question"));
} else if (address.get("cuoc")) show(address.get("cuoc"));
