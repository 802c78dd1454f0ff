// Suggests words, codes and documents under the search box while a question is typed.
// Without this file the box works as any other: the form is sent and answered by a page.
"use strict";

const WAIT = 80; // ms without a key before the site is asked
const SEARCH_WORDS = document.querySelector("[data-suggest]").dataset; // in the language of the page

function option(one, number) {
  const row = document.createElement("li");
  row.id = `saran-${number}`;
  row.className = one.kind;
  row.setAttribute("role", "option");
  const name = document.createElement("strong");
  name.textContent = one.text;
  const told = document.createElement("span");
  told.textContent = one.label;
  row.append(name, " ", told);
  return row;
}

class Suggestions {
  constructor(box) {
    this.box = box;
    this.list = document.createElement("ul");
    this.list.id = "saran";
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", SEARCH_WORDS.sayList);
    box.closest(".typed").append(this.list);
    this.found = [];
    this.at = -1;
    this.asked = 0;
    this.describe();
    this.listen();
  }

  describe() {
    const facts = { role: "combobox", "aria-expanded": "false", "aria-controls": "saran", "aria-autocomplete": "list", autocomplete: "off" };
    Object.entries(facts).forEach(([name, value]) => this.box.setAttribute(name, value));
  }

  listen() {
    this.box.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.box.addEventListener("keydown", (event) => this.press(event));
    this.box.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => {
      const row = event.target.closest("li");
      if (row) {
        this.take([...this.list.children].indexOf(row));
      }
    });
  }

  async ask() {
    const mine = ++this.asked;
    try {
      const answer = await fetch(`${this.box.dataset.suggest}?q=${encodeURIComponent(this.box.value)}`);
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (mine === this.asked && document.activeElement === this.box) {
        this.show(found); // an answer that a later key has overtaken is dropped
      }
    } catch {
      this.close(); // the site is gone for a moment: typing goes on without suggestions
    }
  }

  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map(option));
    this.list.hidden = !found.length;
    this.box.setAttribute("aria-expanded", String(found.length > 0));
    this.mark(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.show([]);
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (at < 0) {
      this.box.removeAttribute("aria-activedescendant");
    } else {
      this.box.setAttribute("aria-activedescendant", `saran-${at}`);
      this.list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  press(event) {
    const all = this.found.length;
    if (!all) {
      return;
    }
    if (event.key === "ArrowDown") {
      this.mark(this.at + 1 < all ? this.at + 1 : -1);
    } else if (event.key === "ArrowUp") {
      this.mark(this.at < 0 ? all - 1 : this.at - 1);
    } else if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && this.at >= 0) {
      this.take(this.at);
    } else {
      return;
    }
    event.preventDefault();
  }

  take(at) {
    const one = this.found[at];
    this.close();
    if (one.kind === "document") {
      location.assign(`${this.box.dataset.documents}/${encodeURIComponent(one.id)}`);
    } else {
      this.box.value = one.text;
      this.box.form.requestSubmit();
    }
  }
}

document.querySelectorAll("[data-suggest]").forEach((box) => new Suggestions(box));
