// Draws one answer. Every word of a report or a model goes in as text, never as HTML.

import { isGone, nameOf } from "./shelf.js";
import { copyOf, element, problemOf, say } from "./words.js";

export function placeOf(locator) {
  return `${nameOf(locator.report)}, ${locator.label}`;
}

export function linkOf(locator) {
  const at = `${locator.block}:${locator.start}:${locator.end}`;
  return `/bao-cao/${encodeURIComponent(locator.report)}?at=${encodeURIComponent(at)}#quote`;
}

/** The answer's words: the first statement in bold, "[1]" as chips once the citations are known. */
export function write(target, text, citations = null) {
  const parts = text.split(/(\[\d+\][.,;:!?]?)/);
  const lead = leadLength(text);
  let at = 0;
  target.replaceChildren(
    ...parts.flatMap((part) => {
      const start = at;
      at += part.length;
      const [, key, stop] = /^\[(\d+)\](.?)$/.exec(part) ?? [];
      if (key) {
        const citation = citations?.find((c) => String(c.key) === key);
        if (citations && !citation) return [document.createTextNode(part)];
        // A full stop stays on its chip's line.
        const whole = element("span", "nowrap");
        whole.append(citation ? chip(citation) : element("span", "chip", key), stop);
        return [whole];
      }
      if (!part) return [];
      if (start >= lead) return [document.createTextNode(part)];
      const bold = element("strong", "", part.slice(0, lead - start));
      return part.length > lead - start ? [bold, document.createTextNode(part.slice(lead - start))] : [bold];
    }),
  );
}

/** How many characters the leading fact takes: to the first citation, sentence end or line break. */
function leadLength(text) {
  const end = /\s*\[\d+\]|[.!?;](?=\s|$)|\n/.exec(text);
  return end ? end.index + (/[.!?;]/.test(end[0]) ? 1 : 0) : text.length;
}

/** A citation's number: a link to its place, or, where its report was deleted, a button that shows what was quoted. */
export function chip(citation) {
  const gone = isGone(citation.locator.report);
  const link = element(gone ? "button" : "a", gone ? "chip gone" : "chip", String(citation.key));
  if (gone) link.type = "button";
  else link.href = linkOf(citation.locator);
  link.dataset.title = placeOf(citation.locator);
  link.setAttribute("aria-label", say("chip", { key: citation.key, place: placeOf(citation.locator) }));
  link.citation = citation;
  return link;
}

/** All that cites: the words, calculation, notes, where it looked, sources. Drawn anew when a report came or went. */
export function draw(turn, answer) {
  const find = (selector) => turn.querySelector(selector);
  write(find(".said"), answer.answer, answer.citations);
  if (answer.calculation) drawCalculation(find(".calculation"), answer);
  // An abstention's notes are where it looked and what would help: they stand under that heading, and once.
  const told = find(answer.abstained ? ".looked" : ".notes");
  if (answer.notes.length) {
    told.hidden = false;
    told.querySelector("ul").replaceChildren(
      ...answer.notes.map((note) => {
        const item = element("li");
        const line = element("span");
        write(line, note, answer.citations);
        item.append(...[...line.childNodes].map((n) => (n.tagName === "STRONG" ? document.createTextNode(n.textContent) : n)));
        return item;
      }),
    );
  }
  if (answer.citations.length) {
    find(".sources").hidden = false;
    find(".sources ol").replaceChildren(...answer.citations.map(source));
  }
}

/** A whole answer with what is under its words, and the tools for it. */
export function complete(turn, answer) {
  const find = (selector) => turn.querySelector(selector);
  turn.answer = answer;
  turn.classList.toggle("abstained", answer.abstained);
  draw(turn, answer);
  find(".extra").hidden = false;
  find(".sheet-link").href = `/phieu/${encodeURIComponent(answer.id)}`;
  find(".progress").textContent = say(answer.abstained ? "made_none" : answer.mode === "model" ? "made_model" : "made", {
    seconds: shown((answer.elapsed_ms / 1000).toFixed(2), document.documentElement.lang),
    count: answer.searched.length,
  });
  find(".copy").addEventListener("click", (event) => copy(event.currentTarget, answer));
  verdicts(turn, answer);
}

function source(citation) {
  const item = copyOf("source");
  const key = chip(citation);
  key.classList.add("key");
  const place = item.querySelector(".place");
  if (isGone(citation.locator.report)) {
    const told = element("p", "place");
    told.append(element("span", "tag warning", nameOf(citation.locator.report)), ` ${citation.locator.label}`);
    place.replaceWith(told);
  } else {
    place.textContent = placeOf(citation.locator);
    place.href = linkOf(citation.locator);
    place.citation = citation;
  }
  item.querySelector("blockquote").textContent = citation.quote;
  item.prepend(key);
  key.tabIndex = -1;
  key.setAttribute("aria-hidden", "true");
  return item;
}

function drawCalculation(section, { calculation, citations, language }) {
  section.hidden = false;
  const rows = calculation.operands.map((operand) => {
    const row = element("tr");
    const where = element("td");
    const citation = citations.find((c) => c.key === operand.key);
    if (citation) where.append(chip(citation), " ", element("span", "soft small", citation.locator.label));
    row.append(element("td", "value", shown(operand.value, language)), where);
    return row;
  });
  const total = element("tr", "total");
  total.append(element("td", "value", `${shown(calculation.value, language)} ${calculation.unit}`.trim()), element("td", "formula", `= ${formulaOf(calculation, language)}`));
  section.querySelector("tbody").replaceChildren(...rows, total);
}

/** A decimal string as a language writes it, for an answer its own: "21846.5" as "21.846,5" or "21,846.5". */
export function shown(value, language) {
  const [whole, part] = value.split(".");
  const english = language === "en";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, english ? "," : ".");
  return part ? `${grouped}${english ? "." : ","}${part}` : grouped;
}

function formulaOf(calculation, language) {
  return calculation.formula.replace(/\d+(\.\d+)?/g, (number) => shown(number, language));
}

async function copy(button, answer) {
  const lines = [answer.answer, ""];
  for (const c of answer.citations) lines.push(`[${c.key}] ${placeOf(c.locator)}: “${c.quote}”`);
  const { calculation, language } = answer;
  if (calculation) lines.push("", `${formulaOf(calculation, language)} = ${shown(calculation.value, language)} ${calculation.unit}`.trim());
  const done = await toClipboard(lines.join("\n").trim());
  button.textContent = say(done ? "copied" : "not_copied");
  setTimeout(() => { button.textContent = say("copy"); }, 2000);
}

/** Browsers give the clipboard's own interface on secure origins only; an office's server is often plain HTTP. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", "unseen");
    field.value = text;
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return done;
  }
}

function verdicts(turn, answer) {
  const place = turn.querySelector(".verdict");
  const form = turn.querySelector(".reason");
  const send = async (right, reason) => {
    const response = await fetch(`/api/answers/${encodeURIComponent(answer.id)}/verdict`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ right, reason }),
    }).catch(() => null);
    form.hidden = true;
    const text = response?.ok ? say("thanks") : problemOf(await response?.json().catch(() => null)).message;
    // The buttons go; what is said in their place is heard, and keeps the reader where they were.
    const told = element("span", "", text);
    told.tabIndex = -1;
    place.replaceChildren(told);
    told.focus();
  };
  turn.querySelector(".yes").addEventListener("click", () => send(true, ""));
  turn.querySelector(".no").addEventListener("click", () => {
    form.hidden = false;
    form.querySelector("input").focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(false, form.querySelector("input").value);
  });
}
