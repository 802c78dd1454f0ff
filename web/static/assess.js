// Keys for who judges one item after the other: a key presses the control that names it.
"use strict";

let meant = null; // the button whose key led to the note

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.name === "catatan") {
    ended(event);
    return;
  }
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
  else if (needsNote(control)) ask(control);
  else control.click();
});

// What is not accepted needs a note, so its key leads there first.
function needsNote(control) {
  const note = document.querySelector("[name=catatan]");
  return note && ["fix", "rejected"].includes(control.value) && !note.value.trim();
}

function ask(control) {
  meant = control;
  document.querySelector("[name=catatan]").focus();
  say();
}

// Enter alone judges nothing, as the note may be for any of the buttons; the page says what does.
function ended(event) {
  if (event.ctrlKey && meant) {
    event.preventDefault();
    meant.click();
  } else {
    say();
  }
}

function say() {
  const line = document.getElementById("lalu");
  line.textContent = meant ? line.dataset.meant.replace("{what}", meant.lastChild.textContent.trim()) : line.dataset.open;
}
