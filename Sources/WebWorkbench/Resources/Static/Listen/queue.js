// Edits on their way to the server, in order, one at a time.
//
// An edit is in the browser's storage before the page shows it as made, and leaves it when the
// server says that it is on the disk. localStorage rather than IndexedDB, because it has written
// when it returns: a reload in the next instant finds the edit. Each edit has a key of its own, so
// that two tabs never write over one another's. Sent again after a lost answer it changes nothing:
// the server knows the edit by its id.

const retryDelays = [500, 1000, 2000, 4000, 8000];

/**
 * Tells of what happens by events: `change` (`state`, `pending`), `answer`, `conflict`, `refused`,
 * `full` (the browser's storage takes no more; the edit is kept in memory).
 */
export class EditQueue extends EventTarget {
  #session;
  #post;
  #storage;
  #edits = [];
  #state = "idle";
  #failures = 0;
  #timer;
  #number = 0;

  /** `post(edit)` gives `{ status, body }` and throws where no answer came. */
  constructor({ session, post, storage = window.localStorage }) {
    super();
    this.#session = session;
    this.#post = post;
    this.#storage = storage;
    this.#edits = this.#stored();
    this.#number = (this.#edits.at(-1)?.number ?? 0) + 1;
    window.addEventListener("online", () => this.#again());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#again());
  }

  /** `idle`, `sending`, `offline`, `conflict` or `signedOut`. */
  get state() { return this.#state; }

  /** Edits that the server has not answered, in order. */
  get pending() { return this.#edits; }

  /** Takes an edit made by somebody who saw the server's state of a version. */
  push(edit, seen) {
    const last = this.#edits.at(-1);
    if (edit.type === "heard" && last?.type === "heard" && last.call === edit.call &&
        last.speed === edit.speed && !last.tried) {
      last.ranges = [...last.ranges, ...edit.ranges];
      this.#store(last);
    } else {
      const queued = { ...edit, eventId: crypto.randomUUID(), seen, number: this.#number++ };
      this.#edits.push(queued);
      this.#store(queued);
    }
    this.#tell("change");
    if (this.#state === "idle") this.#send();
  }

  /** Begins to send what an earlier page left. */
  start() {
    if (this.#state === "idle") this.#send();
  }

  /** The server can be reached again, as something else found out. */
  wake() { this.#again(); }

  /**
   * Settles a conflict for all that waits: `mine` sends it again on top of a version of the
   * server's, `theirs` drops it. What was heard was heard, and is sent either way.
   */
  settle(choice, version) {
    if (this.#state !== "conflict") return;
    for (const edit of [...this.#edits]) {
      if (choice === "theirs" && edit.type !== "heard") {
        this.#forget(edit);
      } else {
        edit.seen = version;
        this.#store(edit);
      }
    }
    this.#become("idle");
    this.#send();
  }

  #again() {
    if (!["offline", "signedOut"].includes(this.#state)) return;
    clearTimeout(this.#timer);
    this.#become("idle");
    this.#send();
  }

  async #send() {
    while (this.#edits.length > 0) {
      const edit = this.#edits[0];
      const sent = edit.seen;
      this.#become("sending");
      edit.tried = true;
      let answer;
      try {
        answer = await this.#post(wire(edit));
      } catch {
        return this.#wait();
      }
      if (answer.status >= 500 || answer.status === 429) return this.#wait();
      this.#failures = 0;
      if (answer.status === 200) {
        this.#forget(edit);
        this.#raise(sent, answer.body.receipt.version);
        this.#tell("answer", { edit, answer: answer.body });
        this.#tell("change");
      } else if (answer.status === 412) {
        this.#become("conflict");
        this.#tell("conflict", { edit, state: answer.body.sitting });
        return;
      } else if (answer.status === 401 || answer.status === 403) {
        this.#become("signedOut");
        return;
      } else {
        this.#forget(edit);
        this.#tell("change");
        this.#tell("refused", { edit, sentence: answer.body?.detail });
      }
    }
    this.#become("idle");
  }

  /**
   * What was made by somebody who knew all that an own edit was sent with has seen that edit too:
   * the server would have refused it, had others come between.
   */
  #raise(sent, version) {
    for (const edit of this.#edits.filter(({ seen }) => seen >= sent && seen < version)) {
      edit.seen = version;
      this.#store(edit);
    }
  }

  #wait() {
    const delay = retryDelays[Math.min(this.#failures, retryDelays.length - 1)];
    this.#failures += 1;
    this.#become("offline");
    this.#timer = setTimeout(() => this.#again(), delay);
  }

  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell("change");
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  #key(edit) {
    return `earful.edit.${this.#session}.${String(edit.number).padStart(9, "0")}.${edit.eventId}`;
  }

  #store(edit) {
    try {
      this.#storage.setItem(this.#key(edit), JSON.stringify(edit));
    } catch {
      this.#tell("full");
    }
  }

  #forget(edit) {
    this.#edits = this.#edits.filter((each) => each !== edit);
    this.#storage.removeItem(this.#key(edit));
  }

  #stored() {
    const prefix = `earful.edit.${this.#session}.`;
    const keys = Object.keys(this.#storage).filter((key) => key.startsWith(prefix)).sort();
    return keys.flatMap((key) => {
      try {
        // Whether the earlier page tried to send it is not known.
        return [{ ...JSON.parse(this.#storage.getItem(key)), tried: true }];
      } catch {
        return [];
      }
    });
  }
}

/** What is sent of an edit. */
function wire({ seen, number, tried, ...fields }) {
  return { ...fields, version: seen };
}
