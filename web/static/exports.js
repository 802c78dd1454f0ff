// Tells how far a binder is, and leads to it when it is whole. Without this file the link beside it does.
const PAUSE = 1000;
const line = document.getElementById("binder-state");

async function look() {
  const answer = await fetch(line.dataset.state);
  const state = answer.ok ? await answer.json() : { stage: "none" };
  if (state.stage !== "working") {
    location.reload();
    return;
  }
  const bar = line.querySelector("progress");
  bar.max = state.total || 1;
  bar.value = state.done;
  line.querySelector(".how-far").textContent = `${state.done} / ${state.total}`;
  setTimeout(look, PAUSE);
}

if (line) setTimeout(look, PAUSE);
