// The desk of look-ups: a choice made in a list is looked up at once.

const form = document.getElementById("filters");
form.addEventListener("change", (event) => {
  if (event.target.matches("select, input[type=checkbox]")) form.requestSubmit();
});
