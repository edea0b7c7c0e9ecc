// The reader beside the talk, and the quote that shows when a citation is pointed at.

import { element } from "./words.js";
import { draw, linkOf, placeOf } from "./answer.js";
import { look } from "./shelf.js";

const desk = document.getElementById("desk");
const beside = document.getElementById("beside");
const frame = document.getElementById("reader");
let opener = null;
let peek = null;

export async function open(link) {
  const { locator } = link.citation;
  opener = link;
  const there = await look(locator.report);
  if (opener !== link) return; // another was clicked meanwhile
  if (!there) {
    tellGone(link);
    return;
  }
  const url = linkOf(locator);
  for (const chip of document.querySelectorAll(".chip.open")) chip.classList.remove("open");
  if (link.classList.contains("chip")) link.classList.add("open");
  document.getElementById("beside-title").textContent = placeOf(locator);
  document.getElementById("beside-open").href = url;
  // Replacing keeps the page's own history: "back" leaves the desk, not the last citation.
  const inside = new URL(url, location.href);
  inside.searchParams.set("beside", "1");
  beside.hidden = false;
  desk.classList.add("reading");
  frame.contentWindow.location.replace(inside);
  hide();
}

/** A report was deleted since its answer was drawn: every citation of it says so, and the one clicked shows its quote. */
function tellGone(link) {
  const { key } = link.citation;
  const here = link.closest(".turn");
  for (const turn of document.querySelectorAll(".turn")) if (turn.answer) draw(turn, turn.answer);
  opener = [...here.querySelectorAll(".chip.gone")].find((c) => c.citation.key === key);
  opener.focus();
}

export function close() {
  if (beside.hidden) return;
  beside.hidden = true;
  desk.classList.remove("reading");
  for (const chip of document.querySelectorAll(".chip.open")) chip.classList.remove("open");
  opener?.focus();
}

function show(link) {
  hide();
  peek = element("div", "peek");
  peek.id = "peek";
  peek.setAttribute("role", "tooltip");
  peek.append(element("q", "", link.citation.quote), element("p", "", placeOf(link.citation.locator)));
  document.body.append(peek);
  link.setAttribute("aria-describedby", "peek");
  place(link);
}

function place(link) {
  const at = link.getBoundingClientRect();
  const size = peek.getBoundingClientRect();
  const above = at.top > size.height + 16;
  peek.style.top = `${above ? at.top - size.height - 8 : at.bottom + 8}px`;
  peek.style.left = `${Math.max(8, Math.min(at.left - 24, innerWidth - size.width - 8))}px`;
}

function hide() {
  peek?.remove();
  peek = null;
  document.querySelector("[aria-describedby=peek]")?.removeAttribute("aria-describedby");
}

const cited = (event) => {
  const link = event.target.closest?.("a, button");
  return link?.citation ? link : null;
};

export function watch(turns) {
  turns.addEventListener("click", (event) => {
    const link = cited(event);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.classList.contains("gone")) show(link);
    else open(link);
  });
  for (const name of ["mouseover", "focusin"]) {
    turns.addEventListener(name, (event) => {
      const link = cited(event);
      if (link?.classList.contains("chip")) show(link);
      else if (name === "mouseover") hide();
    });
  }
  turns.addEventListener("focusout", hide);
  turns.addEventListener("mouseleave", hide);
  turns.addEventListener("scroll", () => {
    const link = document.querySelector("[aria-describedby=peek]");
    if (link?.matches(":hover, :focus")) place(link);
    else hide();
  });
  document.getElementById("beside-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (peek) hide();
    else close();
  });
}
