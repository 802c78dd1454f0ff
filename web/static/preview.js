// On wide screens: shows the chosen hit beside the hits. The one with the focus is chosen, which j and k move (keys.js);
// a click chooses too, Enter opens the document.
// Without this file, and on narrow screens, the hits are links as ever.
"use strict";

const WIDE = matchMedia("(min-width: 75rem)");
const PAUSE = 150; // ms on one hit before it is asked for: who runs down the list asks for none

class Pane {
  constructor(pane) {
    this.pane = pane;
    this.shown = pane.querySelector("[data-shown]");
    this.hits = [...document.querySelectorAll("[data-excerpt]")];
    this.at = -1;
    this.asked = 0;
    this.kept = new Map();
    this.listen();
    this.unfold();
  }

  listen() {
    WIDE.addEventListener("change", () => this.unfold());
    this.hits.forEach((hit, at) => {
      hit.addEventListener("focusin", () => this.choose(at));
      hit.addEventListener("click", (event) => {
        if (WIDE.matches && !event.target.closest("a, button, input, summary") && !String(getSelection())) {
          this.focus(at);
        }
      });
    });
  }

  unfold() {
    this.pane.hidden = !WIDE.matches;
    this.pane.parentElement.classList.toggle("paned", WIDE.matches);
    if (WIDE.matches) {
      this.choose(Math.max(this.at, 0));
    }
  }

  focus(at) {
    this.hits[at].querySelector("h2 a").focus();
  }

  choose(at) {
    if (!WIDE.matches || at === this.at && this.shown.childElementCount) {
      return;
    }
    this.hits[this.at]?.removeAttribute("data-chosen");
    this.at = at;
    this.hits[at].setAttribute("data-chosen", "");
    clearTimeout(this.timer);
    const address = this.hits[at].dataset.excerpt;
    if (this.kept.has(address)) {
      this.show(this.kept.get(address));
    } else {
      this.timer = setTimeout(() => this.ask(address), PAUSE);
    }
  }

  async ask(address) {
    const mine = ++this.asked;
    let text = "";
    try {
      const answer = await fetch(address);
      text = answer.ok && !answer.redirected ? await answer.text() : ""; // who was logged out is led to the way in
    } catch {
      text = "";
    }
    if (mine !== this.asked || address !== this.hits[this.at].dataset.excerpt) {
      return; // a later choice has overtaken it
    }
    if (text) {
      this.kept.set(address, text);
    }
    this.show(text);
  }

  show(text) {
    this.asked += 1;
    if (text) {
      this.shown.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
      this.shown.querySelectorAll("img").forEach((image) => image.addEventListener("error", () => image.parentElement.remove()));
    } else {
      this.shown.textContent = this.pane.dataset.lost;
    }
    this.pane.scrollTop = 0;
  }
}

document.querySelectorAll(".pane").forEach((pane) => new Pane(pane));
