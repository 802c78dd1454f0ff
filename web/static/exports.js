// Tells how far each file is that is being made, and shows the list anew when one goes on or begins. Without this file
// the link beside it does.
const PAUSE = 1000;

async function look(line) {
  const answer = await fetch(line.dataset.state);
  const state = answer.ok ? await answer.json() : {};
  if (!line.isConnected) return;
  if (state.stage !== line.dataset.stage) {
    renew();
    return;
  }
  const bar = line.querySelector("progress");
  if (bar) {
    bar.max = state.total || 1;
    bar.value = state.done;
  }
  line.querySelector(".how-far").textContent = state.said;
  setTimeout(look, PAUSE, line);
}

async function renew() {
  const answer = await fetch(location.href);
  const made = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("dibuat");
  if (!made) {
    location.reload(); // that page says what is wrong
    return;
  }
  document.getElementById("dibuat").replaceWith(made);
  watch();
}

function watch() {
  document.querySelectorAll(".making").forEach((line) => setTimeout(look, PAUSE, line));
}

document.addEventListener("making", renew); // `made.js` asked for one, or fetched it
watch();
