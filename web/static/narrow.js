// A list that is narrowed takes the place of the one that is shown; the rest of the page, its styles and scripts stay,
// which takes half the time of a new page. Without this file the form leads to that page.
const INSIDE = "isi";
let shown = location.search;

function addressed(form) {
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  return address;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function put(fresh, address) {
  const list = document.adoptNode(fresh.getElementById(INSIDE));
  document.getElementById(INSIDE).replaceWith(list);
  document.title = fresh.title;
  history.pushState(null, "", address);
  shown = location.search;
  document.querySelectorAll(`[name=lanjut]:not(#${INSIDE} *)`).forEach((place) => {
    place.value = location.pathname + location.search; // language and look are chosen without leaving this list
  });
  window.htmx?.process(list);
  document.dispatchEvent(new Event("htmx:afterSwap"));
  document.getElementById(address.hash.slice(1))?.scrollIntoView();
  list.querySelector("form[data-narrow] [type=submit]").focus({ preventScroll: true });
  const said = document.getElementById("kabar");
  if (said) said.textContent = list.querySelector(".count")?.textContent ?? fresh.title;
}

async function narrow(form) {
  const address = addressed(form);
  try {
    put(await fetched(address), address);
  } catch {
    form.submit(); // the page that it leads to says what is wrong
  }
  document.dispatchEvent(new Event("narrowed"));
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-narrow]") || event.defaultPrevented) return;
  event.preventDefault();
  narrow(event.target);
});
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});
