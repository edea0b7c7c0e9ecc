// Which reports the store holds, as far as this page knows. A kept answer may quote one that was deleted since.

import { data, say } from "./words.js";

const names = new Map((data("reports") ?? []).map((r) => [r.id, r.name]));

export function nameOf(id) {
  return names.get(id) ?? say("gone_report");
}

export function isGone(id) {
  return !names.has(id);
}

/** Asks the server whether it holds a report; where it cannot be reached, what was known stays. */
export async function look(id) {
  const response = await fetch(`/api/reports/${encodeURIComponent(id)}`).catch(() => null);
  if (response?.status === 404) names.delete(id);
  else if (response?.ok && isGone(id)) {
    const report = await response.json();
    names.set(id, report.title || report.file);
  }
  return !isGone(id);
}

/** Looks up the reports of those citations that came to the store, or left it, since this page was made. */
export async function acquaint(citations) {
  const unknown = new Set(citations.map((c) => c.locator.report).filter(isGone));
  await Promise.all([...unknown].map(look));
}
