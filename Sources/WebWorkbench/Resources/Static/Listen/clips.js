// Evidence played where it stands: a button beside each clip of a page, one sound at a time.

import { element } from "./element.js";
import { words } from "./words.js";

const lead = 500; // milliseconds before the clip, so that it does not begin in a word
const sound = new Audio();
sound.preload = "none";
let playing;

const callOf = (clip) => clip.dataset.call ?? clip.closest("[data-call]").dataset.call;

function stop() {
  sound.pause();
  if (!playing) return;
  playing.button.textContent = words.play;
  playing = undefined;
}

function play(clip, button) {
  const isOn = playing?.button === button;
  stop();
  if (isOn) return;
  const path = `/calls/${encodeURIComponent(callOf(clip))}/audio.wav`;
  if (sound.getAttribute("src") !== path) sound.src = path;
  sound.currentTime = Math.max(0, Number(clip.dataset.start ?? 0) - lead) / 1000;
  playing = { button, end: clip.dataset.end === undefined ? Infinity : Number(clip.dataset.end) / 1000 };
  button.textContent = words.stop;
  sound.play().catch((error) => {
    // A pause that came before the sound did is no failure.
    if (error.name !== "AbortError") button.textContent = words.notPlayed;
  });
}

sound.addEventListener("timeupdate", () => { if (playing && sound.currentTime >= playing.end) stop(); });
sound.addEventListener("ended", stop);
sound.addEventListener("error", () => { if (playing) playing.button.textContent = words.notPlayed; });

for (const clip of document.querySelectorAll(".clip[data-start], [data-player]")) {
  const button = element("button", { type: "button", className: "quiet noprint",
    on: { click: () => play(clip, button) } }, words.play);
  // At one place in every line, whatever else stands there.
  if (clip.matches(".clip")) clip.prepend(button); else clip.append(button);
}
