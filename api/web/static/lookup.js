// The desk of look-ups: a choice made in a list is looked up at once; a figure's reading is corrected in a dialog.

import { watchDays } from "./days.js";
import { problemOf, say } from "./words.js";

const form = document.getElementById("filters");
form.addEventListener("change", (event) => {
  if (event.target.matches("select, input[type=checkbox]")) form.requestSubmit();
});

watchDays(form, document.getElementById("day-problem"));

const dialog = document.getElementById("mend");
const mending = document.getElementById("mending");
const problem = document.getElementById("mend-problem");
const FIELDS = ["indicator", "value", "unit", "period", "scope"];
const WHO = "baocao.who";
let opener = null;

document.addEventListener("click", (event) => {
  opener = event.target.closest(".correct") ?? opener;
  if (!event.target.closest(".correct")) return;
  for (const name of FIELDS) mending.elements[name].value = opener.dataset[name];
  mending.elements.who.value = localStorage.getItem(WHO) || document.getElementById("my-name").value;
  mending.elements.reason.value = "";
  document.getElementById("mend-quote").textContent = opener.dataset.quote;
  document.getElementById("unmend").hidden = !("mended" in opener.dataset);
  problem.hidden = true;
  dialog.showModal();
});

/** "21.846,5" as the contract writes it: "21846.5". */
function plain(number) {
  return number.trim().replaceAll(".", "").replace(",", ".");
}

async function send(path, method, body) {
  localStorage.setItem(WHO, body.who);
  const address = `/api/figures/${encodeURIComponent(opener.dataset.figure)}/${path}`;
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(address, { method, headers, body: JSON.stringify(body) }).catch(() => null);
  if (response?.ok) {
    location.hash = `figure-${opener.dataset.figure}`;
    location.reload();
    return;
  }
  const told = response ? problemOf(await response.json().catch(() => null)) : { message: say("error_unsaved"), hint: "" };
  problem.textContent = `${told.message} ${told.hint}`.trim();
  problem.hidden = false;
}

mending?.addEventListener("submit", (event) => {
  event.preventDefault();
  const change = {};
  for (const name of FIELDS) {
    const now = mending.elements[name].value.trim();
    if (now !== opener.dataset[name] || "mended" in opener.dataset) change[name] = name === "value" ? plain(now) : now;
  }
  send("correction", "PUT", { change, who: mending.elements.who.value.trim(), reason: mending.elements.reason.value.trim() });
});
document.getElementById("unmend")?.addEventListener("click", () => {
  if (!mending.elements.who.reportValidity()) return;
  send("correction/undo", "POST", { who: mending.elements.who.value.trim(), reason: mending.elements.reason.value.trim() });
});
document.getElementById("mend-close")?.addEventListener("click", () => dialog.close());
