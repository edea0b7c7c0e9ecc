// Days in a field as Vietnam writes them, whatever the browser's own language; ISO in the address, as the server reads them.

import { say } from "./words.js";

const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** "5/12/2023", "05.12.2023" or "05122023" as "2023-12-05"; "" for nothing, null for what is no day. */
export function isoOf(text) {
  const written = text.trim();
  if (!written) return "";
  const [day, month, year] = (WRITTEN.exec(written) ?? []).slice(1).filter(Boolean);
  if (!year) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Checks the form's fields of days as they are left and sent, tells what is wrong in `problem`, and sends them in ISO. */
export function watchDays(form, problem) {
  const fields = [...form.querySelectorAll("input[data-day]")];

  function check(field) {
    const iso = isoOf(field.value);
    field.setCustomValidity(iso === null ? say("no_day", { text: field.value.trim() }) : "");
    if (iso) field.value = iso.split("-").reverse().join("/");
  }

  function tell() {
    const wrong = fields.filter((f) => !f.validity.valid);
    for (const field of fields) field.setAttribute("aria-invalid", String(wrong.includes(field)));
    problem.textContent = wrong.map((f) => f.validationMessage).join(" ");
    problem.hidden = wrong.length === 0;
    return wrong[0];
  }

  // A page that is gone back to may come with what was typed before.
  window.addEventListener("pageshow", () => fields.forEach(check));
  for (const field of fields) {
    field.addEventListener("change", () => {
      check(field);
      tell();
    });
    // Said on the page and in its language rather than in the browser's bubble.
    field.addEventListener("invalid", (event) => {
      event.preventDefault();
      tell()?.focus();
    });
  }
  form.addEventListener("formdata", ({ formData }) => {
    for (const field of fields) formData.set(field.name, isoOf(field.value) ?? "");
  });
}
