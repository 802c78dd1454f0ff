// Keeps an open page as the archive is: the site tells that something changed, and the page asks for itself again.
// htmx asks and puts only what differs in its place; what somebody types, opened or holds stays as it is.
// Pages read and work fully without this file.
"use strict";

const START = 1000; // ms; who only passes by needs no stream
const SILENCE = 40000; // the site says something every 15 seconds: longer, and the stream is dead
const FAILURES = 2; // in a row, until a stream counts as blocked
const POLL = 2000;
const POLL_LONGEST = 60000;
const AGAIN = 60000; // until a stream is tried again by who asks instead
const REST = 1000; // between two refreshes of one part, or five times as long as the last one took
const SPREAD = 300; // all open pages hear it at the same moment
const SAY = 10000; // between two announcements

const body = document.body;

// --- what stays as it is -----------------------------------------------------------------------------

const TEXT = "textarea, select, input:not([type=checkbox], [type=radio], [type=hidden], [type=submit], [type=button])";

function chosen(select) {
  const given = [...select.options].findIndex((one) => one.defaultSelected);
  return select.multiple
    ? [...select.options].some((one) => one.selected !== one.defaultSelected)
    : select.selectedIndex !== Math.max(given, 0);
}

function typed(field) {
  if (field === document.activeElement) return true;
  return field.matches("select") ? chosen(field) : field.value !== field.defaultValue;
}

function ticked(field, other) {
  const box = field.matches("input[type=checkbox], input[type=radio]");
  return box && field.checked !== field.defaultChecked && field.name === other.name && field.value === other.value;
}

function kept(element, other) {
  if (element.matches("[data-keep], [data-added], form[method=get]")) return true;
  if (element.matches("form") || element.matches(TEXT)) {
    return [element, ...element.querySelectorAll(TEXT)].some((one) => one.matches(TEXT) && typed(one));
  }
  return ticked(element, other);
}

function holds(element) {
  return element.contains(document.activeElement) || [...element.querySelectorAll(TEXT)].some(typed);
}

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

Object.assign(Idiomorph.defaults.callbacks, {
  beforeNodeMorphed: (old, fresh) => !(isElement(old) && kept(old, fresh)),
  beforeNodeRemoved: (old) => {
    if (!isElement(old)) return true;
    return old.matches("[data-added]") ? !old.previousElementSibling?.matches("[data-copy]") : !holds(old);
  },
  beforeAttributeUpdated: (name, element) => !(name === "open" && element.matches("details, dialog")),
});

// --- parts of the page -------------------------------------------------------------------------------

class Part {
  constructor(id, token) {
    this.id = id;
    this.known = token;
    this.rest = 0;
    this.timer = 0;
    this.asking = null; // the token that is asked for
  }

  get element() {
    return document.getElementById(this.id);
  }

  differs(token) {
    return this.element?.dataset.parts.split(" ").some((name) => token[name] !== this.known[name]);
  }

  hear(token) {
    this.last = token;
    if (!this.differs(token) || this.timer || this.asking) return;
    const wait = Math.max(0, this.rest - performance.now()) + Math.random() * SPREAD;
    this.timer = setTimeout(() => this.ask(), wait);
  }

  ask() {
    this.timer = 0;
    if (document.hidden || !this.differs(this.last)) return;
    this.asking = this.last;
    this.since = performance.now();
    htmx.trigger(this.element, "perbarui");
  }

  answered(xhr) {
    const { asking, known } = this;
    this.asking = null;
    this.rest = performance.now() + Math.max(REST, 5 * (performance.now() - this.since));
    if (xhr.status === 200) this.known = asking;
    if (xhr.status === 401) follower.end();
    if (xhr.status === 200 || xhr.status === 204) this.hear(this.last); // else the next word is soon enough
    return xhr.status === 200 && asking.isi !== known.isi;
  }
}

let said = -SAY;

function announce() {
  const words = document.getElementById("kabar");
  if (performance.now() - said < SAY) return;
  said = performance.now();
  words.textContent = "";
  setTimeout(() => { words.textContent = words.dataset.updated; }, 100); // said again, though the words are the same
}

// --- hearing -----------------------------------------------------------------------------------------

class Follower {
  constructor() {
    const token = JSON.parse(body.dataset.token || "{}");
    this.parts = [...document.querySelectorAll("[data-parts]")].map((one) => new Part(one.id, token));
    this.wait = POLL;
  }

  start() {
    this.stop();
    if (this.ended || document.hidden) return;
    if (window.EventSource) this.listen();
    else this.poll();
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.source?.close();
    this.source = null;
  }

  listen() {
    this.failures = 0;
    this.source = new EventSource(body.dataset.stream);
    this.source.onmessage = (event) => {
      this.failures = 0;
      this.watch();
      this.tell(event.data);
    };
    this.source.onerror = () => {
      this.failures += 1;
      if (this.source?.readyState === EventSource.CLOSED || this.failures >= FAILURES) this.instead();
    };
    this.watch();
  }

  watch() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.instead(), SILENCE);
  }

  instead() {
    this.stop();
    this.again = setTimeout(() => this.start(), AGAIN);
    this.poll();
  }

  async poll() {
    try {
      const answer = await fetch(body.dataset.poll, { headers: { "Ziarchive-Live": "1" } });
      if (answer.status === 401) {
        this.end();
        return;
      }
      this.tell(await answer.text());
      this.wait = POLL;
    } catch {
      this.wait = Math.min(2 * this.wait, POLL_LONGEST); // the site is gone for a while
    }
    if (!this.source && !this.ended && !document.hidden) {
      this.timer = setTimeout(() => this.poll(), this.wait);
    }
  }

  tell(words) {
    const token = JSON.parse(words);
    this.parts.forEach((part) => part.hear(token));
  }

  end() {
    if (this.ended) return;
    this.ended = true;
    this.stop();
    const place = document.getElementById("berakhir");
    place.className = "notice warn ended";
    place.textContent = place.dataset.said;
  }
}

const follower = new Follower();

document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["Ziarchive-Live"] = "1"; });
document.addEventListener("htmx:afterRequest", (event) => {
  const part = follower.parts.find((one) => one.id === event.detail.elt.id);
  if (part?.answered(event.detail.xhr)) announce();
});
document.addEventListener("visibilitychange", () => follower.start());
addEventListener("pagehide", () => follower.stop());
addEventListener("pageshow", (event) => { if (event.persisted) follower.start(); });
setTimeout(() => follower.start(), START);
