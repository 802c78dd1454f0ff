// Sends the files that are dropped on a requirement or on one of its slots: two at a time, each with its progress.
// Without this file the page reads and works as ever, and staff put files into the shared folder.
"use strict";

const AT_ONCE = 2;

function element(tag, text = "", facts = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.entries(facts).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

// One file on its way, and the row that tells of it.
class Sending {
  constructor(uploads, file, period) {
    Object.assign(this, { uploads, file, period });
    this.words = uploads.zone.dataset;
    this.row = element("li");
    this.bar = element("progress", "", { max: "1", value: "0", "aria-label": file.name });
    this.told = element("p", "", { class: "why" });
    this.button = element("button", "", { type: "button", class: "quiet" });
    this.button.addEventListener("click", () => this.press());
    const head = element("p");
    head.append(element("strong", file.name), " ", element("span", uploads.label(period), { class: "soft" }));
    this.row.append(head, this.bar, this.told, this.button);
    this.wait();
  }

  wait() {
    this.state = "waiting";
    this.say(this.words.waiting, this.words.stop);
    this.bar.hidden = false;
    this.bar.value = 0;
  }

  say(words, button = "") {
    this.told.textContent = words;
    this.button.textContent = button;
    this.button.hidden = !button;
    if (button) {
      this.button.setAttribute("aria-label", `${button}: ${this.file.name}`);
    }
  }

  press() {
    if (this.state === "failed") {
      this.wait();
      this.uploads.next();
    } else if (this.state === "sending") {
      this.request.abort();
    } else {
      this.fail(this.words.stopped);
    }
  }

  start() {
    this.state = "sending";
    const request = new XMLHttpRequest();
    this.request = request;
    request.open("POST", this.uploads.address(this));
    request.setRequestHeader("X-CSRFToken", this.words.csrf);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => this.progress(event.loaded / event.total));
    request.upload.addEventListener("load", () => this.say(this.words.reading));
    request.addEventListener("load", () => this.answered(request.status, request.response));
    request.addEventListener("error", () => this.fail(this.words.broken));
    request.addEventListener("abort", () => this.fail(this.words.stopped));
    request.send(this.file);
  }

  progress(part) {
    this.bar.value = part;
    this.say(`${this.words.sending} ${Math.floor(part * 100)}%`, this.words.stop);
  }

  answered(status, answer) {
    if (status !== 200) {
      this.fail(answer ? [answer.error, ...answer.problems].join(" ") : this.words.broken);
      return;
    }
    this.state = "done";
    this.bar.hidden = true;
    this.row.classList.add("good");
    this.say(answer.message);
    if (answer.document) {
      this.told.append(" ", element("a", this.words.open, { href: answer.document.url }));
    }
    const seal = element("code", answer.sha256, { "data-copy": "SHA-256" });
    const sealed = element("p", "", { class: "copy" });
    sealed.append(element("span", "SHA-256", { class: "label" }), " ", seal);
    this.row.append(sealed);
    addButton(seal); // of ziarchive.js, which is on every page
    this.uploads.ended(this, answer.message);
  }

  fail(words, button = this.words.again) {
    this.state = "failed";
    this.bar.hidden = true;
    this.say(words, button);
    this.uploads.ended(this, words);
  }
}

class Uploads {
  constructor(zone) {
    this.zone = zone;
    this.box = zone.querySelector("[type=file]");
    this.slot = zone.querySelector("select");
    this.all = [];
    this.list = element("ol");
    this.place = element("section", "", { class: "sendings wide", tabindex: "0", "aria-label": zone.dataset.list });
    this.place.hidden = true;
    this.place.append(this.list);
    this.live = element("p", "", { class: "sr", role: "status" });
    zone.append(this.live);
    document.querySelector("main").after(this.place); // what follows the archive leaves it alone there
    zone.hidden = false;
    this.listen();
  }

  listen() {
    this.box.addEventListener("change", () => {
      this.take([...this.box.files], this.slot.value);
      this.box.value = "";
    });
    addEventListener("click", (event) => {
      const button = event.target.closest?.("[data-choose]");
      if (button) {
        this.slot.value = button.dataset.choose;
        this.box.click();
      }
    });
    addEventListener("htmx:afterSettle", () => this.restate());
    addEventListener("dragover", (event) => this.over(event));
    addEventListener("dragleave", (event) => event.relatedTarget || this.mark(null));
    addEventListener("drop", (event) => this.drop(event));
    addEventListener("beforeunload", (event) => this.busy() && event.preventDefault());
  }

  // The page followed the archive, and left this box alone: its slots are told anew.
  restate() {
    for (const each of this.slot.options) {
      const state = document.getElementById(`slot-${each.value}`)?.querySelector(".state .chip");
      if (state) each.textContent = `${each.dataset.name} (${state.textContent.trim()})`;
    }
  }

  // A file that misses its place must not replace the page.
  over(event) {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      const target = this.target(event);
      event.dataTransfer.dropEffect = target ? "copy" : "none";
      this.mark(target);
    }
  }

  drop(event) {
    const target = this.target(event);
    this.mark(null);
    if (!event.dataTransfer.types.includes("Files")) {
      return;
    }
    event.preventDefault();
    if (target) {
      const folders = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()?.isDirectory);
      this.take([...event.dataTransfer.files], target.id.split("slot-")[1] || this.slot.value, folders);
    }
  }

  target(event) {
    return event.target.closest?.(".drop, .slot[id]");
  }

  mark(target) {
    document.querySelectorAll(".over").forEach((each) => each.classList.toggle("over", each === target));
    target?.classList.add("over");
  }

  take(files, period, folders = []) {
    const name = this.zone.querySelector("[name=siapa]");
    if (name && !name.reportValidity()) {
      name.addEventListener("change", () => this.take(files, period, folders), { once: true });
      return;
    }
    this.place.hidden = false;
    files.forEach((file, number) => {
      const one = new Sending(this, file, period);
      this.all.push(one);
      this.list.append(one.row);
      if (folders[number]) {
        one.fail(this.zone.dataset.folder, "");
      } else if (file.size > Number(this.zone.dataset.most)) {
        one.fail(this.zone.dataset.large, "");
      }
    });
    this.list.lastElementChild.scrollIntoView({ block: "nearest" });
    this.next();
  }

  next() {
    const sending = this.all.filter((each) => each.state === "sending").length;
    this.all.filter((each) => each.state === "waiting").slice(0, AT_ONCE - sending).forEach((each) => each.start());
  }

  busy() {
    return this.all.some((each) => ["waiting", "sending"].includes(each.state));
  }

  ended(one, words) {
    this.live.textContent = `${one.file.name}: ${words}`;
    this.next();
  }

  label(period) {
    return [...this.slot.options].find((each) => each.value === period)?.dataset.name ?? "";
  }

  address(one) {
    const asked = new URLSearchParams({ periode: one.period, nama: one.file.name });
    const name = this.zone.querySelector("[name=siapa]");
    if (name) {
      asked.set("siapa", name.value);
    }
    return `${this.zone.dataset.address}?${asked}`;
  }
}

document.querySelectorAll(".drop").forEach((zone) => new Uploads(zone));
