// Shows the pages of a PDF with the words of the search marked, and pictures with zoom. The document's page
// can be read without this file: the browser's own viewer, the file, and the text by page stand there.

import { pattern } from "./viewer-marks.js";
import { Leaf } from "./viewer-page.js";
import { Picture } from "./viewer-picture.js";

const AROUND = 1; // so many screens above and below the view are drawn
const CHUNK = 1 << 18; // bytes that are asked for at once
const [CLOSEST, WIDEST] = [0.25, 5];
const STEP = 1.25;

const number = (text) => Number.parseInt(text, 10) || 0;
const between = (low, value, high) => Math.min(Math.max(value, low), high);

class Viewer {
  constructor(section) {
    this.section = section;
    this.bar = section.querySelector(".bar");
    this.pages = section.querySelector(".pages");
    this.facts = section.dataset;
    this.words = JSON.parse(this.facts.words);
    this.hits = JSON.parse(this.facts.hits);
    this.wanted = pattern(JSON.parse(this.facts.forms));
    this.scans = new Map(JSON.parse(this.facts.scans));
    this.turned = 0;
    this.fitted = true;
    this.leaves = [];
  }

  async open() {
    try {
      this.library = await import(this.facts.library);
    } catch (error) {
      return this.fail("engine");
    }
    const { GlobalWorkerOptions, VerbosityLevel, getDocument } = this.library;
    GlobalWorkerOptions.workerSrc = this.facts.worker;
    try {
      this.pdf = await getDocument({
        url: this.facts.file,
        rangeChunkSize: CHUNK,
        disableAutoFetch: true,
        disableStream: true,
        isEvalSupported: false,
        enableXfa: false,
        useWasm: false,
        useSystemFonts: true,
        useWorkerFetch: false,
        BinaryDataFactory: Beside,
        wasmUrl: this.facts.beside, // where the decoders without WebAssembly lie
        verbosity: VerbosityLevel.ERRORS,
      }).promise;
      const first = await this.pdf.getPage(1);
      const { width, height } = first.getViewport({ scale: 1 });
      this.size = [width, height];
    } catch (error) {
      return this.fail(reason(error));
    }
    return this.show();
  }

  show() {
    this.section.querySelector(".waiting").hidden = true;
    this.bar.hidden = this.pages.hidden = false;
    this.scale = this.fitting();
    for (let at = 1; at <= this.pdf.numPages; at += 1) {
      this.leaves.push(new Leaf(this, at));
    }
    this.pages.replaceChildren(...this.leaves.map((leaf) => leaf.element));
    this.bar.querySelector("[data-all]").textContent = this.pdf.numPages;
    this.bar.querySelector("[name=page]").max = this.pdf.numPages;
    this.listen();
    this.watch();
    const asked = number(location.hash.match(/^#halaman-(\d+)$/)?.[1]) || this.hits[0] || 1;
    this.go(asked);
    if (location.hash || this.hits.length) {
      this.section.scrollIntoView();
    }
    if (this.hits.includes(asked)) {
      this.find(asked, 0);
    }
  }

  // Draws what comes near, and frees what is left behind.
  watch() {
    this.near = new IntersectionObserver((entries) => entries.forEach((entry) => {
      const leaf = this.leaves[number(entry.target.firstChild.dataset.page) - 1];
      if (entry.isIntersecting) {
        leaf.draw();
      } else {
        leaf.free();
      }
    }), { root: this.pages, rootMargin: `${AROUND * 100}% 0px` });
    this.leaves.forEach((leaf) => this.near.observe(leaf.element));
  }

  fitting() {
    const width = this.turned % 180 ? this.size[1] : this.size[0];
    return between(CLOSEST, (this.pages.clientWidth - 24) / width, WIDEST);
  }

  listen() {
    const does = {
      hit: () => this.step(1),
      unhit: () => this.step(-1),
      next: () => this.go(this.current + 1),
      before: () => this.go(this.current - 1),
      closer: () => this.zoom(this.scale * STEP),
      wider: () => this.zoom(this.scale / STEP),
      fit: () => this.zoom(this.fitting(), true),
      turn: () => this.turn(),
    };
    this.bar.addEventListener("click", (event) => does[event.target.closest("[data-do]")?.dataset.do]?.());
    this.bar.querySelector("[name=page]").addEventListener("change", (event) => this.go(number(event.target.value)));
    this.pages.addEventListener("scroll", () => {
      this.frame ??= requestAnimationFrame(() => { this.frame = null; this.told(); });
    });
    addEventListener("resize", () => this.fitted && this.zoom(this.fitting(), true));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select");
      if (this.hits.length && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.toLowerCase() === "n") {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      }
    });
  }

  get current() {
    const middle = this.pages.scrollTop + this.pages.clientHeight / 3;
    let [low, high] = [0, this.leaves.length - 1];
    while (low < high) {
      const at = Math.ceil((low + high) / 2);
      if (this.leaves[at].element.offsetTop <= middle) {
        low = at;
      } else {
        high = at - 1;
      }
    }
    return low + 1;
  }

  told() {
    const box = this.bar.querySelector("[name=page]");
    if (document.activeElement !== box) {
      box.value = this.current;
    }
  }

  go(at) {
    const leaf = this.leaves[between(1, at, this.leaves.length) - 1];
    this.pages.scrollTop = leaf.element.offsetTop - 8;
    this.bar.querySelector("[name=page]").value = leaf.at;
    return leaf;
  }

  zoom(scale, fitted = false) {
    const kept = this.current;
    const into = (this.pages.scrollTop - this.leaves[kept - 1].element.offsetTop) / this.scale;
    this.scale = between(CLOSEST, scale, WIDEST);
    this.fitted = fitted;
    this.again();
    this.pages.scrollTop = this.leaves[kept - 1].element.offsetTop + into * this.scale;
  }

  turn() {
    const kept = this.current;
    this.turned = (this.turned + 90) % 360;
    if (this.fitted) {
      this.scale = this.fitting();
    }
    this.again();
    this.go(kept);
  }

  again() {
    this.near.disconnect();
    this.leaves.forEach((leaf) => {
      leaf.free();
      leaf.fit();
    });
    this.watch();
  }

  // Goes to the next or previous marked word, over the pages that the site knows to have one.
  step(way) {
    const now = this.pages.querySelector("mark.now");
    const page = now ? number(now.closest(".leaf").firstChild.dataset.page) : this.current;
    const marks = this.leaves[page - 1].marks;
    const at = now ? marks.indexOf(now) + way : way > 0 ? 0 : -1;
    if (now ? marks[at] : this.hits.includes(page) && marks.length) {
      return this.choose(page, marks.at(at));
    }
    const others = way > 0 ? this.hits.filter((each) => each > page) : this.hits.filter((each) => each < page).reverse();
    const following = others[0] ?? this.hits.at(way > 0 ? 0 : -1);
    return this.find(following, way > 0 ? 0 : -1);
  }

  async find(page, at) {
    const leaf = this.go(page);
    await leaf.draw();
    this.choose(page, leaf.marks.at(at));
  }

  choose(page, mark) {
    this.pages.querySelector("mark.now")?.classList.remove("now");
    if (mark) {
      mark.classList.add("now");
      const [there, view] = [mark.getBoundingClientRect(), this.pages.getBoundingClientRect()];
      this.pages.scrollTop += there.top - view.top - view.height / 3;
    }
    const told = this.bar.querySelector("[data-told]");
    const words = { page, place: this.hits.indexOf(page) + 1, pages: this.hits.length };
    told.textContent = this.words.hit.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  }

  // Says why nothing is shown; where another viewer may do better, the browser's own is tried.
  fail(why) {
    this.section.querySelector(".waiting").hidden = true;
    this.bar.hidden = this.pages.hidden = true;
    const notice = this.section.querySelector(".failed");
    notice.querySelector("[data-why]").textContent = this.words[why];
    notice.hidden = false;
    if (why === "engine") {
      this.section.append(document.importNode(this.section.querySelector("template").content, true));
    }
  }
}

// Brings the fonts that lie beside the library. Were it told of their folder, it would have the browser look there
// for fonts of the system that this machine lacks.
class Beside {
  constructor({ wasmUrl }) {
    this.folder = wasmUrl;
  }

  async fetch({ kind, filename }) {
    if (kind !== "standardFontDataUrl") {
      throw new Error(`${filename} is not carried`);
    }
    const answer = await fetch(this.folder + filename);
    if (!answer.ok) {
      throw new Error(`${filename}: ${answer.status}`);
    }
    return new Uint8Array(await answer.arrayBuffer());
  }
}

function reason(error) {
  const reasons = { PasswordException: "locked", InvalidPDFException: "broken", ResponseException: "gone" };
  return reasons[error?.name] ?? "broken";
}

document.querySelectorAll("[data-viewer=pdf]").forEach((section) => new Viewer(section).open());
document.querySelectorAll("[data-viewer=image]").forEach((section) => new Picture(section));
