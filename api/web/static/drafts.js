// The list of drafts: begin one, delete one.

import { problemOf, say } from "./words.js";

const problem = document.getElementById("problem");
const begin = document.getElementById("begin");
const sure = document.getElementById("sure");
let wanted = null;

function told(error) {
  problem.textContent = `${error.message} ${error.hint}`.trim();
  problem.hidden = false;
}

/** Says, to eye and ear, that a draft is being made; nothing can be sent a second time until it is. */
function busy(on) {
  begin.setAttribute("aria-busy", String(on));
  begin.querySelector("button").disabled = on;
  document.getElementById("said").textContent = on ? say("drafting") : "";
}

begin?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (begin.getAttribute("aria-busy") === "true") return;
  busy(true);
  problem.hidden = true;
  const { report, section, year } = begin.elements;
  const body = JSON.stringify({ report: report.value, section: section.value, year: Number(year.value) || null });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/api/drafts", { method: "POST", headers, body }).catch(() => null);
  const made = await response?.json().catch(() => null);
  if (response?.ok) location.assign(`/soan-thao/${encodeURIComponent(made.id)}`);
  else {
    busy(false);
    begin.querySelector("button").focus();
    told(problemOf(made));
  }
});
// Until this module is there the button would only load the page anew, so it comes disabled; a page gone back to is drawn as it was left.
window.addEventListener("pageshow", () => begin && busy(false));

document.addEventListener("click", (event) => {
  const button = event.target.closest(".remove");
  if (!button) return;
  wanted = button.dataset.draft;
  document.getElementById("sure-what").textContent = button.dataset.title;
  sure.returnValue = "no";
  sure.showModal();
});
sure.addEventListener("close", async () => {
  if (sure.returnValue !== "yes") return;
  const response = await fetch(`/api/drafts/${encodeURIComponent(wanted)}`, { method: "DELETE" }).catch(() => null);
  if (response?.ok) location.reload();
  else if (problem) told(problemOf(await response?.json().catch(() => null)));
});
