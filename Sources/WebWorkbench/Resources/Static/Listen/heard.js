// What was really played: stretches that the media clock ran through, at a speed.
//
// The clock of the media element is asked, not the page's: so a hidden tab that plays counts, a
// paused or stalled one does not, and what a seek jumps over is never in a stretch.

import { union } from "./ranges.js";

// Stretches shorter than this are noise of the clock, in milliseconds.
const shortest = 20;

export class HeardMeter {
  #from;
  #speed;
  #stretches = [];

  /** The sound begins to run from a position, in milliseconds. */
  begin(at, speed) {
    this.#from = at;
    this.#speed = speed;
  }

  /** The sound has run up to a position and goes on. */
  reach(at) {
    if (this.#from === undefined || at - this.#from < shortest) return;
    this.#stretches.push({ range: [Math.floor(this.#from), Math.floor(at)], speed: this.#speed });
    this.#from = at;
  }

  /** The sound has run up to a position, and stops there or jumps. */
  stop(at) {
    this.reach(at);
    this.#from = undefined;
  }

  /** What was heard since it was last taken, by speed: `[{ ranges, speed }]`. */
  take() {
    const bySpeed = new Map();
    for (const { range, speed } of this.#stretches) {
      bySpeed.set(speed, [...(bySpeed.get(speed) ?? []), range]);
    }
    this.#stretches = [];
    return [...bySpeed].map(([speed, ranges]) => ({ ranges: union(ranges), speed }));
  }
}
