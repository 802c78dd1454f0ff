// Pictures with zoom; without this file they stand there scaled, and a link leads to the file.

const STEP = 1.25;

export class Picture {
  constructor(section) {
    this.section = section;
    this.bar = section.querySelector(".bar");
    this.pages = section.querySelector(".pages");
    this.scale = 0; // fitted
    this.bar.hidden = false;
    this.pages.classList.remove("plain");
    const does = { closer: () => this.zoom(STEP), wider: () => this.zoom(1 / STEP), fit: () => this.size(0), full: () => this.size(1) };
    this.bar.addEventListener("click", (event) => does[event.target.closest("[data-do]")?.dataset.do]?.());
  }

  get images() {
    return [...this.pages.querySelectorAll("img")];
  }

  zoom(factor) {
    const first = this.images[0];
    const now = this.scale || first.clientWidth / (first.naturalWidth || 1);
    this.size(Math.min(Math.max(0.02, now * factor), 16));
  }

  size(scale) {
    this.scale = scale;
    this.images.forEach((image) => {
      image.classList.toggle("full", scale > 0);
      image.style.width = scale ? `${Math.round(image.naturalWidth * scale)}px` : "";
    });
  }
}
