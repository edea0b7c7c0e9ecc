// A question asked as a stream of events, taken up again where it stopped after a lost connection.

import { Failure, problemOf, say } from "./words.js";

const TRIES = 6;

/** Asks, and calls `told(step, data)` for each event. Resolves when the answer is whole; rejects with Failure. */
export async function ask(question, told, signal) {
  let last = null;
  let stream = null;
  let ended = false;
  const heard = (event) => {
    last = event.id ?? last;
    const body = JSON.parse(event.data);
    if (body.stream) stream = body.stream;
    if (event.name === "failed") throw new Failure(problemOf(body));
    if (event.name === "answered") ended = true;
    told(event.name, body);
  };
  const leave = () => stream && !ended && navigator.sendBeacon(`/api/streams/${stream}/stop`);
  window.addEventListener("pagehide", leave);
  signal.addEventListener("abort", leave);
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        const headers = { Accept: "text/event-stream", "Content-Type": "application/json" };
        if (last) headers["Last-Event-ID"] = last;
        const response = stream
          ? await fetch(`/api/streams/${stream}`, { headers, signal })
          : await fetch("/api/ask", { method: "POST", headers, body: JSON.stringify(question), signal });
        if (!response.ok) throw new Failure(problemOf(await response.json().catch(() => null)));
        const before = last;
        await eachEvent(response.body, heard);
        if (ended) return;
        if (last !== before) tries = 0;
      } catch (error) {
        if (error instanceof Failure || error.name === "AbortError") throw error;
      }
      if (!stream || tries >= TRIES) throw new Failure({ message: say("error_unreachable"), hint: say("question_kept") });
      told("lost", {});
      await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** tries));
    }
  } finally {
    window.removeEventListener("pagehide", leave);
    signal.removeEventListener("abort", leave);
  }
}

async function eachEvent(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value;
    const parts = rest.split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const event = { name: "message", data: "", id: null };
      for (const line of part.split("\n")) {
        if (line.startsWith("event: ")) event.name = line.slice(7);
        else if (line.startsWith("data: ")) event.data += line.slice(6);
        else if (line.startsWith("id: ")) event.id = line.slice(4);
      }
      if (event.data) heard(event);
    }
  }
}
