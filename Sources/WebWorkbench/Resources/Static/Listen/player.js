// Plays one call: seeks, speed with pitch kept, skipping, loop, one region, one side.

import { HeardMeter } from "./heard.js";
import { following, holding } from "./ranges.js";
import { SoundGraph, audioContext, outputLatency } from "./sound-graph.js";

export const speeds = { slowest: 0.5, fastest: 3, step: 0.25 };

// How often what was heard is told, in milliseconds of the page's clock.
const tellingInterval = 5000;
// A seek that would land this close before the end of what is skipped is not worth its click.
const leastSkip = 250;

/** An audio element that has begun to load a call. */
class Deck {
  constructor(call) {
    this.call = call;
    this.element = new Audio();
    this.element.preload = "auto";
    this.element.preservesPitch = true;
    this.element.src = call.audio;
  }

  /** Connects it to the loudspeaker; only after somebody pressed something. */
  connect() {
    this.graph ??= new SoundGraph(this.element, this.call.channels);
    return this.graph;
  }

  close() {
    this.graph?.close();
    this.element.removeAttribute("src");
    this.element.load();
  }
}

/**
 * Tells of what happens by events: `state` (anything that a button shows), `heard` (`{ call, ranges,
 * speed }`), `ended`, `failed` (the sound could not be fetched or played).
 */
export class Player extends EventTarget {
  #deck;
  #next;
  #speed = 1;
  #isSkipping = true;
  #isLevelling = true;
  #sides = "both";
  #loop;
  #regionEnd;
  #spared;
  #skipped = 0;
  #meter = new HeardMeter();
  #lastTold = 0;
  #timer;

  get call() { return this.#deck?.call; }
  get element() { return this.#deck?.element; }
  get graph() { return this.#deck?.graph; }
  get isPlaying() { return Boolean(this.#deck) && !this.element.paused && !this.element.ended; }
  get isWaiting() { return this.isPlaying && this.element.readyState < 3; }
  get speed() { return this.#speed; }
  get isSkipping() { return this.#isSkipping; }
  get isLevelling() { return this.#isLevelling; }
  get sides() { return this.#sides; }
  get loop() { return this.#loop; }
  /** Milliseconds that skipping has saved in this call. */
  get skipped() { return this.#skipped; }

  /** Where the media clock stands, in milliseconds. */
  get clock() { return this.#deck ? this.element.currentTime * 1000 : 0; }

  /** What leaves the loudspeaker now, in milliseconds of the call. */
  get position() {
    if (!this.isPlaying) return this.clock;
    const heard = this.clock - outputLatency() * 1000 * this.#speed;
    return Math.max(heard, this.#startedAt, 0);
  }

  #startedAt = 0;

  /** Puts a call on, paused at a position; uses what `prepare` began to fetch. */
  load(call, at = 0) {
    this.#flush();
    this.#deck?.close();
    this.#deck = this.#next?.call.id === call.id ? this.#next : new Deck(call);
    if (this.#next !== this.#deck) this.#next?.close();
    this.#next = undefined;
    this.#loop = this.#regionEnd = this.#spared = undefined;
    this.#skipped = 0;
    this.#listen(this.#deck);
    this.element.playbackRate = this.#speed;
    if (at > 0) this.element.currentTime = at / 1000;
    this.#startedAt = at;
    this.#tell("state");
  }

  /** Takes the call off; nothing is on afterwards. */
  unload() {
    this.#flush();
    this.#deck?.close();
    this.#deck = undefined;
    this.#tell("state");
  }

  /** Begins to fetch the call that comes next. */
  prepare(call) {
    if (this.#next?.call.id === call.id) return;
    this.#next?.close();
    this.#next = new Deck(call);
  }

  async play() {
    if (!this.#deck) return;
    audioContext().resume();
    this.#deck.connect();
    this.#applyGains();
    if (this.element.ended) this.seek(0);
    try {
      await this.element.play();
    } catch (error) {
      // A pause that came before the sound did is no failure.
      if (error.name !== "AbortError") this.#tell("failed");
    }
  }

  pause() { this.element?.pause(); }

  toggle() { this.isPlaying ? this.pause() : this.play(); }

  /** Goes to a position in milliseconds; what lies there is played, also where it would be skipped. */
  seek(at) {
    if (!this.#deck) return;
    const target = Math.min(Math.max(at, 0), this.call.milliseconds);
    this.#regionEnd = undefined;
    this.#spared = holding(this.call.skippable, target);
    this.#jump(target);
    this.#tell("state");
  }

  seekBy(milliseconds) { this.seek(this.position + milliseconds); }

  setSpeed(speed) {
    const { slowest, fastest } = speeds;
    this.#meter.reach(this.clock);
    this.#speed = Math.min(Math.max(speed, slowest), fastest);
    if (this.#deck) this.element.playbackRate = this.#speed;
    if (this.isPlaying) this.#meter.begin(this.clock, this.#speed);
    this.#tell("state");
  }

  setSkipping(isOn) {
    this.#isSkipping = isOn;
    this.#spared = undefined;
    this.#watch();
    this.#tell("state");
  }

  setLevelling(isOn) {
    this.#isLevelling = isOn;
    this.#applyGains();
    this.#tell("state");
  }

  /** `both`, `agent` or `customer`; a mono call has no sides to choose from. */
  setSides(sides) {
    this.#sides = sides;
    this.#applyGains();
    this.#tell("state");
  }

  /** Plays a stretch over and over; undefined goes on. */
  setLoop(range) {
    this.#loop = range;
    if (range && !(this.clock >= range[0] && this.clock < range[1])) this.#jump(range[0]);
    this.#watch();
    this.#tell("state");
  }

  /** Plays a stretch once and stops at its end. */
  async playRegion([start, end]) {
    this.#loop = undefined;
    this.seek(start);
    this.#regionEnd = end;
    await this.play();
  }

  /** Hands over what was heard up to now. */
  flush() { this.#flush(); }

  #jump(target) {
    const wasPlaying = this.isPlaying;
    this.#meter.stop(this.clock);
    this.element.currentTime = target / 1000;
    this.#startedAt = target;
    if (wasPlaying) this.#meter.begin(target, this.#speed);
    this.#watch();
  }

  #listen(deck) {
    const { element } = deck;
    const mine = (act) => () => { if (this.#deck === deck) act(); };
    element.addEventListener("playing", mine(() => {
      this.#startedAt = this.clock;
      this.#meter.begin(this.clock, this.#speed);
      this.#watch();
      this.#tell("state");
    }));
    element.addEventListener("pause", mine(() => { this.#flush(); this.#tell("state"); }));
    element.addEventListener("waiting", mine(() => {
      this.#meter.stop(this.clock);
      this.#tell("state");
    }));
    element.addEventListener("canplay", mine(() => this.#tell("state")));
    element.addEventListener("seeked", mine(() => this.#tell("state")));
    element.addEventListener("timeupdate", mine(() => this.#watch()));
    element.addEventListener("ended", mine(() => {
      this.#flush();
      this.#tell("state");
      this.#tell("ended");
    }));
    element.addEventListener("error", mine(() => this.#tell("failed")));
  }

  /**
   * Looks whether a boundary is reached, and wakes at the next one. A timer rather than the screen's
   * clock, because a hidden page draws nothing and plays on.
   */
  #watch() {
    clearTimeout(this.#timer);
    if (!this.isPlaying || this.element.seeking) return;
    const at = this.clock;
    this.#meter.reach(at);
    if (this.#regionEnd !== undefined && at >= this.#regionEnd) {
      const end = this.#regionEnd;
      this.#regionEnd = undefined;
      this.pause();
      this.element.currentTime = end / 1000;
      return;
    }
    if (this.#loop && at >= this.#loop[1]) return this.#jump(this.#loop[0]);
    const next = this.#skip(at);
    if (next === undefined) return;
    if (performance.now() - this.#lastTold > tellingInterval) this.#tellHeard();
    const boundary = Math.min(next, this.#loop?.[1] ?? Infinity, this.#regionEnd ?? Infinity);
    const wait = Math.min((boundary - at) / this.#speed, 250);
    this.#timer = setTimeout(() => this.#watch(), Math.max(wait, 0));
  }

  /** Skips where it is time to; else gives where the next skip begins. */
  #skip(at) {
    if (!this.#isSkipping) return Infinity;
    const { skippable } = this.call;
    const inside = holding(skippable, at);
    if (this.#spared && inside !== this.#spared) this.#spared = undefined;
    // A loop or a region was asked for as it is.
    const wanted = this.#loop !== undefined || this.#regionEnd !== undefined;
    if (inside && !wanted && inside !== this.#spared && inside[1] - at > leastSkip) {
      this.#skipped += inside[1] - at;
      this.#jump(inside[1]);
      this.#tell("state");
      return undefined;
    }
    return following(skippable, at + 1)?.[0] ?? Infinity;
  }

  #applyGains() {
    const { graph, call } = this.#deck ?? {};
    if (!graph) return;
    const side = this.#sides === "both" || call.agentChannel === null ? undefined : this.#sides;
    const wanted = side && (side === "agent" ? call.agentChannel : 1 - call.agentChannel);
    graph.set({
      audible: [0, 1].map((channel) => wanted === undefined || channel === wanted),
      decibels: [0, 1].map((channel) => {
        const own = Math.min(channel, call.channels - 1);
        return this.#isLevelling ? call.gains[own] ?? 0 : 0;
      }),
      isMono: call.channels === 1,
    });
  }

  #flush() {
    clearTimeout(this.#timer);
    if (!this.#deck) return;
    this.#meter.stop(this.clock);
    this.#tellHeard();
  }

  #tellHeard() {
    this.#lastTold = performance.now();
    for (const { ranges, speed } of this.#meter.take()) {
      this.#tell("heard", { call: this.call.id, ranges, speed });
    }
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
