// Shows how a file name is read while one types it. Without this file the form asks by its button.
"use strict";

const form = document.querySelector("[data-answer]");
const answer = document.getElementById("jawaban");
const WAIT = 250; // milliseconds without a key
let waiting, latest = 0;

async function ask() {
  const number = ++latest;
  const asked = new URLSearchParams(new FormData(form));
  try {
    const response = await fetch(`${form.dataset.answer}?${asked}`);
    const text = await response.text();
    if (!response.ok || number !== latest) return;
    answer.innerHTML = text; // made and escaped by our own template
    answer.querySelectorAll("[data-copy]").forEach(addButton);
    history.replaceState(null, "", `?${asked}`);
  } catch {
    // the button still asks, and the browser then says what is wrong
  }
}

form.elements.nama.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
});
