// The desk of reports: send files, watch them being read, delete with a receipt.

import { copyOf, element, problemOf, say } from "./words.js";

const drop = document.getElementById("drop");
const input = document.getElementById("files");
const said = document.getElementById("said");
const sending = new Map();
let jobs = [];
let finished = null;

// Sending: one file after another, so that they are read in the order in which they were chosen

let sent = Promise.resolve();

function send(file, replaces = "") {
  const key = `sending-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  const job = { id: key, file: file.name, state: "sending", done: 0, total: file.size, error: null, stage: "" };
  sending.set(key, job);
  draw();
  sent = sent.then(() => upload(file, replaces, job));
}

/** Resolves when the file has arrived or has failed to; never rejects, as the next one waits for it. */
function upload(file, replaces, job) {
  const request = new XMLHttpRequest();
  request.open("POST", "/api/reports");
  request.upload.addEventListener("progress", (event) => {
    job.done = event.loaded;
    draw();
  });
  const fail = (error) => {
    job.state = "failed";
    job.error = error;
    draw();
  };
  request.addEventListener("load", () => {
    if (request.status === 202) {
      sending.delete(job.id);
      draw();
    } else fail(problemOf(parsed(request.responseText)));
  });
  request.addEventListener("error", () => fail({ message: say("error_unreachable"), hint: "" }));
  const form = new FormData();
  form.append("files", file, file.name);
  if (replaces) form.append("replaces", replaces);
  return new Promise((arrived) => {
    request.addEventListener("loadend", arrived);
    request.send(form);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

input.addEventListener("change", () => {
  for (const file of input.files) send(file);
  input.value = "";
});
document.addEventListener("change", (event) => {
  const { replaces } = event.target.dataset;
  if (!replaces || !event.target.files.length) return;
  send(event.target.files[0], replaces);
  event.target.value = "";
  document.getElementById("queue").scrollIntoView({ block: "center" });
});
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", (event) => {
  if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
});
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  for (const file of event.dataTransfer.files) send(file);
});
// A file dropped beside the box must not take the page away.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());

// Watching

function draw() {
  const all = [...sending.values(), ...jobs];
  document.getElementById("queue").hidden = all.length === 0;
  document.getElementById("jobs").replaceChildren(
    ...all.map((job) => {
      const item = copyOf("job");
      item.className = job.state;
      item.querySelector(".name").textContent = job.file;
      item.querySelector(".state").textContent = stateOf(job);
      const progress = item.querySelector("progress");
      if (job.total) {
        progress.max = job.total;
        progress.value = job.done;
      } else if (job.state === "queued") progress.value = 0;
      if (job.error) {
        const { message, hint } = problemOf({ error: job.error });
        item.querySelector(".detail").textContent = `${message} ${hint}`.trim();
      }
      if (job.report) {
        const link = element("a", "", say("open_report"));
        link.href = `/bao-cao/${encodeURIComponent(job.report)}`;
        item.querySelector(".detail").append(link);
      }
      const dismiss = item.querySelector(".dismiss");
      dismiss.hidden = job.state === "reading" || job.state === "sending";
      dismiss.setAttribute("aria-label", say("dismiss", { file: job.file }));
      dismiss.addEventListener("click", () => {
        if (sending.delete(job.id)) draw();
        else fetch(`/api/readings/${encodeURIComponent(job.id)}`, { method: "DELETE" });
      });
      return item;
    }),
  );
}

function stateOf(job) {
  if (job.state === "reading" && job.stage) {
    const stage = say(`stage_${job.stage}`);
    return job.total ? `${stage} ${job.done}/${job.total}` : stage;
  }
  if (job.state === "done" && job.known) return say("state_known");
  return say(`state_${job.state}`);
}

const events = new EventSource("/api/readings/events");
events.addEventListener("readings", (event) => {
  jobs = JSON.parse(event.data);
  draw();
  const done = jobs.filter((j) => j.state === "done" && !j.known).length;
  if (finished !== null && done > finished) refresh();
  finished = done;
});

/** Draws the shelf anew from the server's own page, without losing the queue or the place on the page. */
async function refresh() {
  const html = await (await fetch(location.href)).text();
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const id of ["reports-title"]) {
    const section = document.getElementById(id).closest("section");
    section.replaceWith(document.adoptNode(page.getElementById(id).closest("section")));
  }
  said.textContent = say("read_one");
}

// Telling apart what was taken for one report

document.addEventListener("click", async (event) => {
  const button = event.target.closest(".part");
  if (!button) return;
  const response = await fetch(`/api/reports/${encodeURIComponent(button.dataset.report)}/part`, { method: "POST" }).catch(
    () => null,
  );
  if (response?.ok) {
    await refresh();
    said.textContent = say("parted");
  }
});

// Deleting

const sure = document.getElementById("sure");
let wanted = null;

document.addEventListener("click", (event) => {
  const button = event.target.closest(".remove");
  if (!button) return;
  wanted = button.dataset.report;
  document.getElementById("sure-what").textContent = button.dataset.title;
  sure.returnValue = "no";
  sure.showModal();
});

sure.addEventListener("close", async () => {
  if (sure.returnValue !== "yes") return;
  const response = await fetch(`/api/reports/${encodeURIComponent(wanted)}`, { method: "DELETE" }).catch(() => null);
  const body = await response?.json().catch(() => null);
  const place = document.getElementById("receipt");
  if (!response?.ok) {
    place.replaceChildren(element("p", "problem", problemOf(body).message));
    return;
  }
  const counts = Object.entries(body.removed).map(([name, count]) => `${count} ${say(`removed_${name}`)}`);
  place.replaceChildren(
    element("strong", "", say("deleted", { title: body.title || body.file })),
    element("p", "", say("removed", { list: counts.join(", ") })),
    element("p", "", say("found_after", { count: body.found_after })),
  );
  await refresh();
  said.textContent = "";
  // What was deleted had the focus; the receipt of it takes it over.
  place.tabIndex = -1;
  place.focus();
});
