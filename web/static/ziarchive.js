// Adds a copy button beside each text marked data-copy, and opens every group for printing.
// Pages read and work fully without this file.
"use strict";

async function copy(code) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(code.textContent);
  }
  getSelection().selectAllChildren(code); // plain http in the office network has no clipboard object
  if (!document.execCommand("copy")) {
    throw new Error("copying is not allowed here");
  }
}

function addButton(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copier";
  button.textContent = "Salin";
  button.setAttribute("aria-label", `Salin ${code.dataset.copy || code.textContent}`);
  button.addEventListener("click", async () => {
    try {
      await copy(code);
      button.textContent = "Tersalin";
    } catch {
      button.textContent = "Tekan Ctrl+C";
      getSelection().selectAllChildren(code);
    }
    setTimeout(() => { button.textContent = "Salin"; }, 2000);
  });
  code.after(button);
}

document.querySelectorAll("[data-copy]").forEach(addButton);

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  opened.forEach((group) => { group.open = true; });
});
addEventListener("afterprint", () => opened.forEach((group) => { group.open = false; }));
