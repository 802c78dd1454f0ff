// One page of a PDF: drawn with a layer of its text when it comes near, freed when it is left behind.

import { markPieces } from "./viewer-marks.js";

const LARGEST = 1 << 24; // pixels of one canvas: more, and browsers show nothing

export class Leaf {
  constructor(viewer, at) {
    this.viewer = viewer;
    this.at = at;
    this.element = document.createElement("div");
    this.element.className = "leaf";
    this.box = document.createElement("div");
    this.box.className = "box";
    this.box.dataset.page = at;
    this.element.append(this.box);
    this.size = viewer.size;
    this.drawn = null; // what is under way or done: a promise
    this.task = null;
    this.fit();
    this.addRead();
  }

  fit() {
    const { scale, turned } = this.viewer;
    const [width, height] = turned % 180 ? [this.size[1], this.size[0]] : this.size;
    this.box.style.width = `${Math.floor(width * scale)}px`;
    this.box.style.height = `${Math.floor(height * scale)}px`;
    this.box.style.setProperty("--total-scale-factor", scale);
  }

  // A scanned page has no text of its own: what was recognised stands below it.
  addRead() {
    const said = this.viewer.scans.get(this.at);
    if (said === undefined) {
      return;
    }
    const shut = document.createElement("details");
    shut.className = "read";
    shut.open = this.viewer.hits.includes(this.at);
    const words = document.createElement("summary");
    words.textContent = said;
    shut.append(words);
    const text = document.querySelector(`#halaman-${this.at} .text`);
    if (text) {
      shut.append(text.cloneNode(true));
    }
    this.element.append(shut);
  }

  draw() {
    this.drawn ??= this.drawNow().catch((error) => this.failed(error));
    return this.drawn;
  }

  async drawNow() {
    const { viewer } = this;
    const page = await viewer.pdf.getPage(this.at);
    if (!this.drawn) {
      return;
    }
    this.page = page;
    const [left, bottom, right, top] = page.view;
    const sideways = page.rotate % 180;
    const [width, height] = [(right - left) * page.userUnit, (top - bottom) * page.userUnit];
    this.size = sideways ? [height, width] : [width, height];
    this.fit();
    const rotation = (page.rotate + viewer.turned) % 360;
    const viewport = page.getViewport({ scale: viewer.scale, rotation });
    const canvas = await this.paint(page, viewport);
    const layer = await this.write(page, viewport);
    if (this.drawn) {
      this.box.replaceChildren(canvas, layer);
      viewer.told();
    }
  }

  async paint(page, viewport) {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true"); // the layer of text speaks
    const area = viewport.width * viewport.height;
    const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(LARGEST / area));
    canvas.width = Math.max(1, Math.floor(viewport.width * sharp));
    canvas.height = Math.max(1, Math.floor(viewport.height * sharp));
    const transform = sharp === 1 ? null : [sharp, 0, 0, sharp, 0, 0];
    this.canvas = canvas;
    this.task = page.render({ canvas, viewport, transform });
    await this.task.promise;
    return canvas;
  }

  async write(page, viewport) {
    const { viewer } = this;
    const layer = document.createElement("div");
    layer.className = "textLayer";
    const content = await page.getTextContent();
    const text = new viewer.library.TextLayer({ textContentSource: content, container: layer, viewport });
    await text.render();
    if (viewer.wanted && !viewer.scans.has(this.at)) {
      const ends = content.items.map((item) => item.hasEOL);
      markPieces(text.textDivs, text.textContentItemsStr, ends, viewer.wanted);
    }
    return layer;
  }

  failed(error) {
    if (error?.name === "RenderingCancelledException" || !this.drawn) {
      return;
    }
    const drawn = new Image(); // the site draws with another library
    drawn.src = this.viewer.facts.pictures.replace("/0.png", `/${this.at}.png`);
    drawn.alt = "";
    drawn.addEventListener("error", () => {
      const said = document.createElement("p");
      said.textContent = this.viewer.words.page;
      this.box.replaceChildren(said);
    });
    this.box.replaceChildren(drawn);
  }

  free() {
    if (!this.drawn) {
      return;
    }
    this.drawn = null;
    this.task?.cancel();
    this.task = null;
    this.box.replaceChildren();
    if (this.canvas) {
      this.canvas.width = this.canvas.height = 0; // gives the memory back at once
      this.canvas = null;
    }
    this.page?.cleanup();
    this.page = null;
  }

  get marks() {
    return [...this.element.querySelectorAll("mark")];
  }
}
