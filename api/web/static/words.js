// The interface's words and other data that the page was rendered with. Everything is data: no HTML comes out of here.

export function data(name) {
  const meta = document.querySelector(`meta[name="${name}"]`);
  return meta ? JSON.parse(meta.content) : null;
}

const words = data("words") ?? {};

export function say(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A problem from the server in the reader's language where the page knows its code. */
export function problemOf(body) {
  const error = body?.error ?? {};
  const known = words[`error_${error.code}`];
  return { message: known ?? error.message ?? say("error_unreachable"), hint: known ? "" : (error.hint ?? "") };
}

/** What went wrong, in words for the reader. */
export class Failure extends Error {
  constructor({ message, hint }) {
    super(message);
    this.hint = hint;
  }
}

export function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
