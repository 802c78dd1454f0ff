// Keys for who judges one item after the other: a key presses the control that names it.
"use strict";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  const control = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!control) return;
  event.preventDefault();
  if (control.matches("input")) control.focus();
  else if (needsNote(control)) document.querySelector("[name=catatan]").focus();
  else control.click();
});

// What is not accepted needs a note, so its key leads there first.
function needsNote(control) {
  const note = document.querySelector("[name=catatan]");
  return note && ["fix", "rejected"].includes(control.value) && !note.value.trim();
}
