// A file that the server has to make first comes through here. A long one (its link names it in data-made) is made
// beside the requests: a row tells how far it is, and leaving the page loses nothing. Any other is fetched at once, and
// the page says that it is under way. Without this file the link itself fetches it.
const FIRST_PAUSE = 100;
const LAST_PAUSE = 1000;
const place = document.getElementById("makings");
const live = document.getElementById("makings-said");
let leaving = false;

async function take(link) {
  const busy = document.getElementById("busy");
  busy.textContent = busy.dataset.making;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const [, name] = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition")) ?? [];
    const href = URL.createObjectURL(await answer.blob());
    save(href, name ?? "");
    setTimeout(() => URL.revokeObjectURL(href), 60000); // some browsers read it later
  } catch {
    if (!leaving) location.href = link.href; // that page says what is wrong
  } finally {
    busy.textContent = "";
  }
}

function save(href, download) {
  Object.assign(document.createElement("a"), { href, download }).click();
}

// One file that is being made, and the row that tells of it.
class Making {
  constructor() {
    this.row = document.createElement("li");
    this.label = document.createElement("label");
    this.name = document.createElement("span");
    this.bar = document.createElement("progress");
    this.told = document.createElement("span");
    this.told.className = "how-far";
    this.label.append(this.name, this.bar);
    this.row.append(this.label, this.told);
    place.querySelector("ul").append(this.row);
    place.hidden = false;
  }

  show(state) {
    if (!this.name.textContent) {
      this.name.textContent = state.about ? `${state.name} (${state.about})` : state.name;
      this.say(place.dataset.begun);
    }
    if (state.total) {
      this.bar.max = state.total;
      this.bar.value = state.done;
    }
    this.told.textContent = state.said;
  }

  say(words) {
    live.textContent = `${words} ${this.name.textContent}`;
    document.dispatchEvent(new Event("making"));
  }

  fail(words) {
    const close = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
    close.textContent = place.dataset.close;
    close.addEventListener("click", () => this.end());
    this.bar.remove();
    this.row.className = "bad";
    this.told.textContent = words;
    this.row.append(" ", close);
    this.say(words);
  }

  end() {
    this.row.remove();
    place.hidden = !place.querySelector("li");
  }
}

async function ask(address, how) {
  const answer = await fetch(address, how);
  const told = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(), { words: [told.error, ...told.problems].join(" ") });
  return told;
}

async function make(link) {
  const asked = new URLSearchParams(new URL(link.href).search);
  asked.set("berkas", link.dataset.made);
  asked.set("csrf_token", document.querySelector("[name=csrf_token]").value); // of the form at the foot
  const making = new Making();
  try {
    let state = await ask(place.dataset.start, { method: "POST", body: asked });
    for (let pause = FIRST_PAUSE; ["waiting", "working"].includes(state.stage); pause = Math.min(pause * 1.5, LAST_PAUSE)) {
      making.show(state);
      await new Promise((on) => setTimeout(on, pause));
      state = await ask(state.state);
    }
    making.show(state);
    if (state.stage === "failed") throw Object.assign(new Error(), { words: state.said });
    save(state.file, state.name);
    making.say(place.dataset.whole);
    making.end();
  } catch (error) {
    if (!leaving) making.fail(error.words ?? place.dataset.broken);
  }
}

addEventListener("beforeunload", () => { leaving = true; });
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-made]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.hasAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  await (link.dataset.made ? make(link) : take(link));
  link.removeAttribute("aria-busy");
});
