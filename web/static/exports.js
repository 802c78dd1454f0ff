// Tells how far each binder is, and shows the page anew when one goes on. Without this file the link beside it does.
const PAUSE = 1000;
const lines = document.querySelectorAll(".making");

async function look(line) {
  const answer = await fetch(line.dataset.state);
  const state = answer.ok ? await answer.json() : { stage: "none" };
  const bar = line.querySelector("progress");
  if (state.stage !== (bar ? "working" : "waiting")) {
    location.reload();
    return;
  }
  if (bar) {
    bar.max = state.total || 1;
    bar.value = state.done;
    line.querySelector(".how-far").textContent = `${state.done} / ${state.total}`;
  }
  setTimeout(look, PAUSE, line);
}

for (const line of lines) setTimeout(look, PAUSE, line);
