// Keys of every page: "/" to the search box, "j" and "k" along the rows, "[" and "]" to the page before and after,
// "?" for help. Says that a page is slow to come. Pages read and work fully without this file.
const ROWS = `main :is(tbody tr, .hits > li, .inbox > li, .duties > li, .due-list > li, .years > li, .slots > li,
  .arrivals > li, .parts-list > li, .rows > li, details.component > summary, p.component > a)`;
const SLOW = 350; // milliseconds until one wonders whether anything happens
const PATIENCE = 60000;
const keys = document.getElementById("keys");
const opener = document.getElementById("keys-open");

// What of a row gets the focus: what it leads to, else the row itself.
function handle(row) {
  const link = row.matches("summary") ? row : row.querySelector("a[href], summary");
  if (link?.checkVisibility()) return link;
  row.tabIndex = -1;
  return row;
}

function step(by) {
  const stops = [...document.querySelectorAll(ROWS)].filter((row) => row.checkVisibility()).map(handle);
  if (!stops.length) return;
  const row = document.activeElement.closest(ROWS);
  const at = row ? stops.indexOf(handle(row)) : -1;
  const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + by, 0), stops.length - 1);
  stops[next].focus();
  stops[next].scrollIntoView({ block: "nearest" });
}

function search() {
  const box = document.querySelector("main input[type=search]");
  if (!box) location.assign(keys.dataset.search);
  else {
    box.focus();
    box.select();
  }
}

function turn(rel) {
  document.querySelector(`main a[rel=${rel}]`)?.click();
}

const DEEDS = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  "[": () => turn("prev"),
  "]": () => turn("next"),
  "?": () => keys.showModal(),
};

function press(event) {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  if (keys.open || !(event.key in DEEDS)) return;
  if (document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) return; // the page has its own use for it
  event.preventDefault();
  DEEDS[event.key]();
}

let waiting = 0;

function rest() {
  clearTimeout(waiting);
  const busy = document.getElementById("busy");
  if (busy) busy.textContent = "";
}

function wait() {
  rest();
  const busy = document.getElementById("busy");
  waiting = setTimeout(() => {
    busy.textContent = busy.dataset.said;
    waiting = setTimeout(rest, PATIENCE);
  }, SLOW);
}

function leaves(link) {
  const page = !/\.(?!html)[a-z]{2,4}$/.test(link.pathname);
  const away = link.pathname !== location.pathname || link.search !== location.search;
  return page && away && !link.hasAttribute("download") && !link.target && link.origin === location.origin;
}

// On a narrow screen the places lie in a strip: the one where one is, and the one that has the focus, come into sight.
function centre(strip, place) {
  if (place) strip.scrollLeft = place.offsetLeft - (strip.clientWidth - place.offsetWidth) / 2;
}

document.querySelectorAll(".top nav").forEach((strip) => {
  centre(strip, strip.querySelector("[aria-current]"));
  strip.addEventListener("focusin", (event) => centre(strip, event.target));
});

if (keys) {
  document.addEventListener("keydown", press);
  opener.hidden = false;
  opener.addEventListener("click", () => keys.showModal());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (link && plain && leaves(link)) wait();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "dialog" && !event.defaultPrevented) wait();
  });
  document.addEventListener("narrowed", rest);
  addEventListener("pageshow", rest); // also when one comes back to a page that was left
}
