// The reader: goes to the quote, walks through what a search found, closes the outline where there is little room.

const boxes = [...document.querySelectorAll(".leaf rect")];
const quote = document.querySelector("[data-quote]") ?? boxes[0] ?? document.getElementById("quote");
const found = [...document.querySelectorAll("mark.found")];
if (!found.length) found.push(...boxes);
let now = -1;

function show(node) {
  node.scrollIntoView({ block: "center" });
}

function step(by) {
  if (!found.length) return;
  found[now]?.classList.remove("now");
  now = (now + by + found.length) % found.length;
  found[now].classList.add("now");
  show(found[now]);
}

document.getElementById("next")?.addEventListener("click", () => step(1));
document.getElementById("previous")?.addEventListener("click", () => step(-1));

const outline = document.querySelector(".outline details");
if (outline && matchMedia("(max-width: 54rem)").matches) outline.open = false;
outline?.addEventListener("click", (event) => {
  if (event.target.closest("a") && getComputedStyle(outline.parentElement).position === "static") outline.open = false;
});

if (quote) {
  show(quote);
  now = found.indexOf(quote);
} else if (found.length) step(1);
