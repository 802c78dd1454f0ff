// A file that the server has to make first comes through here, so that the page says that it is under way, and until
// when. Without this file the link itself fetches it.
let leaving = false;

async function take(link) {
  const busy = document.getElementById("busy");
  link.setAttribute("aria-busy", "true");
  busy.textContent = busy.dataset.making;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const [, name] = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition")) ?? [];
    save(await answer.blob(), name ?? "");
  } catch {
    if (!leaving) location.href = link.href; // that page says what is wrong
  } finally {
    link.removeAttribute("aria-busy");
    busy.textContent = "";
  }
}

function save(content, name) {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000); // some browsers read it later
}

addEventListener("beforeunload", () => { leaving = true; });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-made]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!link.hasAttribute("aria-busy")) take(link);
});
