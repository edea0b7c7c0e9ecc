// Who asks in this browser: a name kept in a cookie by the server, shown on evidence sheets and conversations.

import { problemOf } from "./words.js";

const dialog = document.getElementById("naming");

document.getElementById("me")?.addEventListener("click", () => dialog.showModal());
document.getElementById("naming-close")?.addEventListener("click", () => dialog.close());
dialog?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = document.getElementById("my-name").value.trim();
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/api/me", { method: "PUT", headers, body: JSON.stringify({ name }) }).catch(() => null);
  if (response?.ok) {
    location.reload();
    return;
  }
  const problem = dialog.querySelector("[role=alert]");
  problem.textContent = problemOf(await response?.json().catch(() => null)).message;
  problem.hidden = false;
});
