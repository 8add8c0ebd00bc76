// The right hand: pain points by number, what is selected and how bad it is, notes and ideas.

import { element, part } from "./element.js";
import { clock, parsedClock } from "./times.js";
import { words } from "./words.js";

export const longestText = 4000; // characters, as the server's rules have it

/**
 * Tells `mark` (`key`), `say` (`kind`, `text`), `change` (`fields`), `remove`, `undone` of what a hand
 * does here.
 */
export class TagPanel extends EventTarget {
  #palette = part("palette");
  #inspector = part("inspector");
  #form = part("say-form");
  #selected;

  constructor() {
    super();
    this.#palette.addEventListener("click", (event) => {
      const button = event.target.closest("[data-pain]");
      if (button) this.#tell("mark", { key: button.dataset.pain });
    });
    part("draft").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.severity) this.#tell("draft", { severity: Number(button.dataset.severity) });
      if (button?.dataset.draft === "whole") this.#tell("whole");
      if (button?.dataset.draft === "cancel") this.#tell("draft", {});
    });
    this.#listenToInspector();
    this.#listenToForm();
  }

  /** `[{ key, label, description, numberKey }]`, in the order of the taxonomy. */
  set painPoints(painPoints) {
    this.#palette.replaceChildren(...painPoints.map((pain) => element("button", {
      type: "button", className: "pick", title: pain.description, data: { pain: pain.key },
    }, element("kbd", { hidden: !pain.numberKey }, pain.numberKey ?? ""), element("span", {}, pain.label))));
  }

  /** How often each pain point stands on the call, by key. */
  set counts(counts) {
    for (const button of this.#palette.children) {
      const count = counts.get(button.dataset.pain) ?? 0;
      button.dataset.count = count > 0 ? count : "";
    }
  }

  // A pain point that waits for its severity

  /** Asks how bad a pain point is; `range` and `side` are what it will be said of. */
  ask({ name, range, side }) {
    const draft = part("draft");
    draft.hidden = false;
    draft.scrollIntoView({ block: "nearest" });
    part("draft-name").textContent = words.howBad(name);
    part("draft-about").textContent =
      `${range ? words.range(range) : words.wholeCall} · ${words.sides[side ?? "both"]}`;
    draft.querySelectorAll("button[data-severity]").forEach((button) => {
      const severity = Number(button.dataset.severity);
      button.setAttribute("aria-label", `${words.severity(severity)}: ${words.severities[severity - 1]}`);
      button.title = words.severities[severity - 1];
    });
  }

  /** Asks no more. */
  askNoMore() { part("draft").hidden = true; }

  /** What a key means while a severity is asked for; false where it means nothing of that kind. */
  answer(key) {
    if (/^[1-5]$/.test(key)) this.#tell("draft", { severity: Number(key) });
    else if (key === "enter") this.#tell("draft", { severity: usualSeverity });
    else if (key === "esc") this.#tell("draft", {});
    else if (key === "w") this.#tell("whole");
    else return false;
    return true;
  }

  // What is selected

  /** Shows what is selected, or nothing; `hasSound` is whether a stretch can be given. */
  select(annotation, name, hasSound) {
    const isOther = annotation?.id !== this.#selected?.id;
    this.#selected = annotation;
    this.#inspector.hidden = !annotation;
    if (!annotation) return;
    const { content } = annotation;
    part("selected-kind").textContent = words.kinds[content.type];
    part("selected-name").textContent = name;
    part("severity").hidden = content.type !== "painPoint";
    for (const radio of part("severity").querySelectorAll("input")) {
      radio.checked = Number(radio.value) === content.severity;
    }
    for (const radio of part("annotation-side").querySelectorAll("input")) {
      radio.checked = radio.value === (annotation.side ?? "both");
    }
    part("times").hidden = !hasSound || content.type === "reason";
    for (const [name, at] of [["time-start", annotation.range?.[0]], ["time-end", annotation.range?.[1]]]) {
      const field = part(name);
      if (isOther || document.activeElement !== field) {
        field.value = at === undefined ? "" : clock(at, { tenths: true });
        field.setCustomValidity("");
      }
    }
    const text = part("text-field");
    part("text").hidden = content.text === undefined;
    if (content.text !== undefined && (isOther || document.activeElement !== text)) text.value = content.text;
    part("time-error").textContent = "";
  }

  /** Shows the range while it is dragged. */
  preview([start, end]) {
    part("time-start").value = clock(start, { tenths: true });
    part("time-end").value = clock(end, { tenths: true });
  }

  #listenToInspector() {
    part("severity").addEventListener("change", (event) => {
      this.#tell("change", { content: { ...this.#selected.content, severity: Number(event.target.value) } });
    });
    part("annotation-side").addEventListener("change", (event) => {
      this.#tell("change", { side: event.target.value === "both" ? undefined : event.target.value });
    });
    for (const name of ["time-start", "time-end"]) {
      part(name).addEventListener("change", () => this.#readTimes());
      part(name).addEventListener("keydown", (event) => { if (event.key === "Enter") event.target.blur(); });
    }
    part("text-field").addEventListener("change", (event) => {
      const text = event.target.value.trim();
      if (text) this.#tell("change", { content: { ...this.#selected.content, text } });
    });
    part("remove-selected").addEventListener("click", () => this.#tell("remove"));
    part("close-inspector").addEventListener("click", () => this.#tell("close"));
  }

  #readTimes() {
    const fields = [part("time-start"), part("time-end")];
    const error = part("time-error");
    const texts = fields.map(({ value }) => value.trim());
    const times = texts.map((text) => (text === "" ? undefined : parsedClock(text)));
    fields.forEach((field, index) => {
      const isBad = texts[index] !== "" && times[index] === undefined;
      field.setAttribute("aria-invalid", isBad);
    });
    error.textContent = "";
    if (texts.every((text) => text === "")) return this.#tell("change", { range: undefined });
    if (times.some((time) => time === undefined)) {
      if (texts.every((text) => text !== "")) error.textContent = words.badTime;
      return;
    }
    if (times[1] <= times[0]) {
      error.textContent = words.backwards;
      return;
    }
    this.#tell("change", { range: times });
  }

  // Notes, ideas, praise

  /** Opens the field for a note, an idea or praise. */
  write(kind) {
    this.#form.elements.kind.value = kind;
    this.#form.elements.text.focus();
  }

  #listenToForm() {
    const { text } = this.#form.elements;
    const send = (event) => {
      event.preventDefault();
      const said = text.value.trim();
      const error = part("say-error");
      const length = [...said].length;
      error.textContent = length > longestText ? words.tooLong(length, longestText) : "";
      if (!said || length > longestText) return text.focus();
      this.#tell("say", { kind: this.#form.elements.kind.value, text: said });
      text.value = "";
      text.blur();
    };
    this.#form.addEventListener("submit", send);
    text.addEventListener("keydown", (event) => {
      if (event.key === "Escape") text.blur();
      if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.isComposing) send(event);
    });
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
