// The bar under the thumb: play, jump, speed, skipping, sides, levels; what it shows follows the player.

import { part } from "./element.js";
import { clock } from "./times.js";
import { words } from "./words.js";

export class Transport {
  #parts;
  #player;

  constructor(player, run) {
    this.#player = player;
    const names = ["play", "position", "length", "speed", "skipping", "levelling", "loop", "side", "playing-state"];
    this.#parts = Object.fromEntries(names.map((name) => [name, part(name)]));
    for (const button of document.querySelectorAll("[data-action]")) {
      button.addEventListener("click", () => run(button.dataset.action));
    }
    for (const radio of this.#parts.side.querySelectorAll("input")) {
      radio.addEventListener("change", () => player.setSides(radio.value));
    }
    player.addEventListener("state", () => this.show());
    player.addEventListener("failed", () => { this.#parts["playing-state"].textContent = words.failed; });
  }

  /** Puts every button right. */
  show() {
    const { play, speed, skipping, levelling, loop, side, length } = this.#parts;
    const player = this.#player;
    const state = this.#parts["playing-state"];
    const isPlaying = player.isPlaying;
    play.classList.toggle("is-playing", isPlaying);
    play.setAttribute("aria-label", isPlaying ? words.pause : words.play);
    play.disabled = !player.call;
    speed.textContent = words.speed(player.speed);
    skipping.textContent = player.isSkipping ? words.skipOn(player.skipped) : words.skipOff;
    skipping.setAttribute("aria-pressed", player.isSkipping);
    levelling.textContent = player.isLevelling ? words.levelOn : words.levelOff;
    levelling.setAttribute("aria-pressed", player.isLevelling);
    loop.setAttribute("aria-pressed", Boolean(player.loop));
    length.textContent = clock(player.call?.milliseconds ?? 0);
    for (const radio of side.querySelectorAll("input")) {
      radio.checked = radio.value === player.sides;
      radio.disabled = !player.call || player.call.agentChannel === null;
    }
    const text = player.isWaiting ? words.loading : "";
    if (state.textContent !== text) state.textContent = text;
    this.tick();
  }

  /** Puts the position right. */
  tick() {
    const { position } = this.#parts;
    const text = clock(this.#player.position, { tenths: true });
    if (position.textContent !== text) position.textContent = text;
  }

}
