// Why they called: a field that filters the tree of reasons while one types (ARIA combobox).

import { element } from "./element.js";
import { words } from "./words.js";

const mostShown = 60;

/** Lower case without accents, so that "facturación" is found by "factura". */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Reasons of which every typed word begins some word of the path, in the order of the tree. */
export function matching(reasons, typed) {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return reasons;
  return reasons.filter(({ path }) => {
    const found = folded(path).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => found.some((each) => each.startsWith(word)));
  });
}

/** Tells `choose` (`key`) and `close`. */
export class ReasonPicker extends EventTarget {
  #input;
  #list;
  #reasons = [];
  #shown = [];
  #active = 0;
  #current = "";

  constructor(input, list) {
    super();
    this.#input = input;
    this.#list = list;
    input.addEventListener("focus", () => { input.select(); this.#open(); });
    input.addEventListener("input", () => { this.#active = 0; this.#open(); });
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("keydown", (event) => this.#key(event));
    // Pointing must not take the focus from the field before the choice is made.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(this.#shown[Number(option.dataset.index)]);
    });
  }

  /** `[{ key, path, label, depth, description }]` in the order of the tree. */
  set reasons(reasons) { this.#reasons = reasons; }

  /** The path of the reason that stands, or an empty text. */
  set current(path) {
    this.#current = path;
    if (document.activeElement !== this.#input) this.#input.value = path;
  }

  focus() { this.#input.focus(); }

  #open() {
    const typed = this.#input.value === this.#current ? "" : this.#input.value;
    this.#shown = matching(this.#reasons, typed).slice(0, mostShown);
    this.#active = Math.min(this.#active, Math.max(this.#shown.length - 1, 0));
    const isFiltered = typed.trim() !== "";
    this.#list.replaceChildren(...this.#shown.map((reason, index) => element("li", {
      id: `reason-${index}`, className: "option", data: { index, depth: isFiltered ? 0 : reason.depth },
      title: reason.description,
      attributes: { role: "option", "aria-selected": index === this.#active },
    }, isFiltered ? reason.path : reason.label)));
    if (this.#shown.length === 0) {
      this.#list.append(element("li", { className: "option-none" }, words.noReasons));
    }
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#point();
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.value = this.#current;
  }

  #point() {
    [...this.#list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", index === this.#active);
    });
    const option = this.#list.children[this.#active];
    if (this.#shown.length === 0 || !option) return;
    this.#input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.#list.hidden) return this.#open();
      this.#active = Math.min(Math.max(this.#active + step, 0), this.#shown.length - 1);
      this.#point();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!this.#list.hidden && this.#shown[this.#active]) this.#choose(this.#shown[this.#active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#leave();
    }
  }

  #choose(reason) {
    this.#current = reason.path;
    this.dispatchEvent(new CustomEvent("choose", { detail: { key: reason.key, path: reason.path } }));
    this.#leave();
  }

  #leave() {
    this.#input.blur();
    this.dispatchEvent(new Event("close"));
  }
}
