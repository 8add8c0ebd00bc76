// Keys: from the server's table, changed or switched off in this browser.

import { isTyping } from "./element.js";

const place = "earful.keys";

/** What somebody changed: `{ isOff, keys: { action: [key…] } }`. */
export function keyChoices(storage = window.localStorage) {
  try {
    return { isOff: false, keys: {}, ...JSON.parse(storage.getItem(place) ?? "{}") };
  } catch {
    return { isOff: false, keys: {} };
  }
}

export function storeKeyChoices(choices, storage = window.localStorage) {
  storage.setItem(place, JSON.stringify(choices));
}

const named = {
  " ": "space", arrowleft: "left", arrowright: "right", arrowup: "up", arrowdown: "down",
  escape: "esc", delete: "del", insert: "ins", pageup: "pgup", pagedown: "pgdn",
};

/** A key press as the table writes it: `ctrl+shift+z`, `shift+left`, `<`, `space`. */
export function pressed(event) {
  const raw = event.key.toLowerCase();
  const key = named[raw] ?? raw;
  const isCharacter = key.length === 1;
  const isLetter = isCharacter && key !== key.toUpperCase();
  const parts = [];
  // Which modifier makes a sign is the keyboard's affair: only letters and named keys tell Shift.
  if (event.ctrlKey || event.metaKey) parts.push("ctrl");
  if (event.altKey) parts.push("alt");
  if (event.shiftKey && (isLetter || !isCharacter)) parts.push("shift");
  return [...parts, key].join("+");
}

/** Runs the actions of a table, `[{ id, keys }]`, on a page. */
export class KeyTable {
  #actions = new Map();
  #run;
  #answer;

  /** `answer(key)` comes first: whether a key is the answer to something asked now. */
  constructor(table, run, answer = () => false) {
    this.#run = run;
    this.#answer = answer;
    this.table = table;
    this.reload();
    window.addEventListener("storage", (event) => { if (event.key === place) this.reload(); });
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  /** Reads what this browser changed. */
  reload() {
    const choices = keyChoices();
    this.#actions.clear();
    if (choices.isOff) return;
    for (const { id, keys } of this.table) {
      for (const key of choices.keys[id] ?? keys) this.#actions.set(key.toLowerCase(), id);
    }
  }

  #press(event) {
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const key = pressed(event);
    const isTypingNow = isTyping(target);
    const isModal = document.querySelector("dialog:modal") !== null;
    if (!isTypingNow && !isModal && this.#answer(key)) return event.preventDefault();
    const action = this.#actions.get(key);
    if (!action || isModal) return;
    const isChord = event.ctrlKey || event.metaKey;
    // In a text field letters are text, and Ctrl+Z undoes what was typed.
    if (isTypingNow && !(isChord && key.endsWith("enter"))) return;
    // Space and Enter press the button that somebody went to by keyboard.
    const isPressing = ["space", "enter"].includes(key);
    if (isPressing && target.matches?.("button, a, summary, input, [role=option]") && target.matches(":focus-visible")) return;
    const isArrow = ["left", "right", "up", "down"].includes(key.replace(/^shift\+/, ""));
    if (isArrow && target.matches?.("[role=slider], input[type=radio], input[type=range]")) return;
    if (this.#run(action, event) === false) return;
    event.preventDefault();
  }
}
