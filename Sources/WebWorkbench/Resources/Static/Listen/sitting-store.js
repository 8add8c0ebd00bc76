// The sitting as this page knows it, and the edits on their way: the one place that talks to the server
// about it.

import { api } from "./api.js";
import { listenLive } from "./live.js";
import { EditQueue } from "./queue.js";
import { callOf, received, withAnswer, withEdits } from "./sitting.js";

const renewal = 3000; // milliseconds

/**
 * Tells `change` (show it anew), `saved` (`at`), `refused` (`sentence`), `conflict` (`before`, `now`,
 * `mine`, `settle(choice)`), `back` (the server is there again) and `full`.
 */
export class SittingStore extends EventTarget {
  #base;
  #queue;
  #isRefreshing = false;
  #renewing;

  constructor(base) {
    super();
    this.#base = received(base);
    this.#queue = new EditQueue({ session: base.id, post: (edit) => api.edit(base.id, edit) });
    this.#listen();
  }

  get id() { return this.#base.id; }
  /** What the server said last, with one's own edits on top. */
  get sitting() { return withEdits(this.#base, this.#queue.pending); }
  /** What the server said last. */
  get base() { return this.#base; }
  get state() { return this.#queue.state; }
  /** Edits that wait, without what was heard: nobody minds that. */
  get waiting() { return this.#queue.pending.filter(({ type }) => type !== "heard"); }

  call(id) { return callOf(this.sitting, id); }

  edit(edit) { this.#queue.push(edit, this.#base.version); }

  /** Sends what an earlier page left, and listens to what others do. */
  start() {
    this.#queue.start();
    const isOurs = (call) => callOf(this.#base, call) !== undefined;
    listenLive("/events", {
      tagged: ({ session, version }) => {
        if (session === this.#base.id && version > this.#base.version) this.refresh();
      },
      changed: ({ call }) => { if (isOurs(call)) this.refresh(); },
    }, (wasLost) => {
      if (!wasLost) return;
      this.#queue.wake();
      this.refresh();
    });
  }

  /** Returns when every edit is on the server's disk. */
  settled() {
    if (this.#queue.pending.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (this.#queue.pending.length > 0) return;
        this.#queue.removeEventListener("change", look);
        resolve();
      };
      this.#queue.addEventListener("change", look);
    });
  }

  /** Loads the sitting anew; never while own edits are under way, which would be lost from sight. */
  async refresh() {
    if (this.#isRefreshing || this.#queue.pending.length > 0) return;
    this.#isRefreshing = true;
    try {
      const state = received(await api.sitting(this.#base.id));
      if (this.#queue.pending.length === 0) this.#base = state;
      this.#tell("change");
    } catch {
      // The queue and the live channel say that the server is away; this was only a look.
    } finally {
      this.#isRefreshing = false;
    }
  }

  #listen() {
    const queue = this.#queue;
    let wasOffline = false;
    queue.addEventListener("change", () => {
      if (queue.state === "signedOut") this.#waitForSignIn();
      this.#tell("change");
      if (wasOffline && queue.state === "idle") this.#tell("back");
      wasOffline = queue.state === "offline" || (wasOffline && queue.state === "sending");
    });
    queue.addEventListener("answer", ({ detail: { answer } }) => {
      const { version, savedAt } = answer.receipt;
      // An answer to a repeated edit may come after others' edits, which are not in it.
      const isBehind = version !== answer.sitting.version;
      this.#base = { ...withAnswer(this.#base, answer), version };
      this.#tell("saved", { at: new Date(savedAt) });
      if (isBehind) queueMicrotask(() => this.refresh());
    });
    queue.addEventListener("refused", ({ detail: { sentence } }) => {
      this.#tell("refused", { sentence });
      this.refresh();
    });
    queue.addEventListener("full", () => this.#tell("full"));
    queue.addEventListener("conflict", ({ detail }) => {
      const state = received(detail.state);
      this.#tell("conflict", {
        before: this.#base, now: state, mine: this.waiting,
        settle: (choice) => {
          this.#base = state;
          queue.settle(choice, state.version);
          this.#tell("change");
        },
      });
    });
  }

  /** Somebody signs in again in another tab, and this page goes on. */
  #waitForSignIn() {
    this.#renewing ??= setInterval(async () => {
      if (!await api.renew().catch(() => false)) return;
      clearInterval(this.#renewing);
      this.#renewing = undefined;
      this.#queue.wake();
    }, renewal);
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
