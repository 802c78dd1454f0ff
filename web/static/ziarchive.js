// Adds a copy button beside each text marked data-copy, and opens what is folded for printing, but for the slots: a whole year has many pages.
// Pages read and work fully without this file.
"use strict";

const COPY_WORDS = document.currentScript.dataset; // in the language of the page

async function copy(code) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(code.textContent);
  }
  getSelection().selectAllChildren(code); // plain http in the office network has no clipboard object
  if (!document.execCommand("copy")) {
    throw new Error("copying is not allowed here");
  }
}

let buttons = 0;

function label(code, button) {
  button.setAttribute("aria-label", `${COPY_WORDS.sayCopy} ${code.dataset.copy || code.textContent}`);
}

function addButton(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copier";
  button.textContent = COPY_WORDS.sayCopy;
  button.id = `salin-${++buttons}`;
  button.dataset.added = "";
  label(code, button);
  button.addEventListener("click", async () => {
    try {
      await copy(code);
      button.textContent = COPY_WORDS.sayCopied;
    } catch {
      button.textContent = COPY_WORDS.sayPress;
      getSelection().selectAllChildren(code);
    }
    setTimeout(() => { button.textContent = COPY_WORDS.sayCopy; }, 2000);
  });
  code.after(button);
}

function dress() {
  document.querySelectorAll("[data-copy]").forEach((code) => {
    const after = code.nextElementSibling;
    if (after?.matches(".copier")) {
      label(code, after);
    } else {
      addButton(code);
    }
  });
}

dress();
document.addEventListener("htmx:afterSwap", dress); // a page that follows what happens has new texts to copy

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open], .slots)")];
  opened.forEach((group) => { group.open = true; });
});
addEventListener("afterprint", () => opened.forEach((group) => { group.open = false; }));
