// Conversations, kept on the server as their answers are given: what the list shows, and what is done to them.

import { data, Failure, problemOf } from "./words.js";

let talks = data("talks") ?? [];

export function list() {
  return talks;
}

/** The list anew from the server; the one at hand where it cannot be reached. */
export async function refresh() {
  const response = await fetch("/api/conversations").catch(() => null);
  if (response?.ok) talks = await response.json();
}

async function send(id, path = "", options = {}) {
  const response = await fetch(`/api/conversations/${encodeURIComponent(id)}${path}`, options).catch(() => null);
  if (!response?.ok) throw new Failure(problemOf(await response?.json().catch(() => null)));
  return response;
}

/** A conversation with its answers. Rejects with Failure. */
export async function load(id) {
  return (await send(id)).json();
}

export async function rename(id, name) {
  const headers = { "Content-Type": "application/json" };
  await send(id, "/name", { method: "PUT", headers, body: JSON.stringify({ name }) });
  await refresh();
}

export async function remove(id) {
  await send(id, "", { method: "DELETE" });
  await refresh();
}
