// What was said of stretches of a call, as bars under the lanes that can be moved and stretched.

import { element, keyed } from "./element.js";
import { stacked } from "./ranges.js";
import { clock } from "./times.js";
import { words } from "./words.js";

const narrowest = 26; // pixels that a bar takes at least, so that it can be hit
const shortest = 200; // milliseconds

/**
 * Tells `select` (`id`), `preview` (`range`: what would be, while a bar is dragged) and `change`
 * (`id`, `range`).
 */
export class RegionBars extends EventTarget {
  #container;
  #view;
  #bars = [];
  #selected;
  #grip;

  constructor(container, view) {
    super();
    this.#container = container;
    this.#view = view;
    view.addEventListener("view", () => this.#place());
    new ResizeObserver(() => this.#place()).observe(container);
  }

  /** `bars`: `[{ id, range, kind, side, severity, name }]`. */
  show(bars, selected) {
    this.#bars = bars;
    this.#selected = selected;
    if (this.#grip) return;
    keyed(this.#container, bars, ({ id }) => id, (bar) => this.#made(bar), (child, bar) => this.#update(child, bar));
    this.#place();
  }

  #made(bar) {
    const body = element("button", { type: "button", className: "region-name" });
    const handle = (edge) => element("div", {
      className: "region-handle", tabIndex: 0, data: { edge },
      attributes: { role: "slider", "aria-orientation": "horizontal" },
      on: { keydown: (event) => this.#step(event, bar.id, edge) },
    });
    const child = element("div", { className: "region", data: { region: bar.id } },
      handle("start"), body, handle("end"));
    child.addEventListener("pointerdown", (event) => this.#take(event, bar.id));
    child.addEventListener("pointermove", (event) => this.#drag(event));
    for (const type of ["pointerup", "pointercancel"]) {
      child.addEventListener(type, (event) => this.#drop(event));
    }
    body.addEventListener("click", () => this.#tell("select", { id: bar.id }));
    return child;
  }

  #update(child, bar) {
    const [start, body, end] = child.children;
    const isSelected = bar.id === this.#selected;
    child.dataset.kind = bar.kind;
    child.dataset.severity = bar.severity ?? "";
    child.classList.toggle("is-selected", isSelected);
    const label = bar.severity ? `${bar.severity} ${bar.name}` : bar.name;
    if (body.textContent !== label) body.textContent = label;
    body.title = label;
    body.setAttribute("aria-pressed", isSelected);
    body.setAttribute("aria-label", `${words.kinds[bar.kind]} ${bar.name}` +
      (bar.severity ? `, ${words.severity(bar.severity)}` : "") + `, ${words.range(bar.range)}`);
    for (const [handle, edge, name] of [[start, 0, words.regionStart], [end, 1, words.regionEnd]]) {
      handle.hidden = !isSelected;
      handle.setAttribute("aria-label", name(bar.name));
      handle.setAttribute("aria-valuemin", 0);
      handle.setAttribute("aria-valuemax", this.#view.milliseconds);
      handle.setAttribute("aria-valuenow", bar.range[edge]);
      handle.setAttribute("aria-valuetext", clock(bar.range[edge], { tenths: true }));
    }
  }

  #place() {
    if (this.#grip) return;
    const [from, to] = this.#view.window;
    const least = (narrowest / Math.max(this.#container.clientWidth, 1)) * (to - from);
    const { rows, count } = stacked(this.#bars.map(({ range: [start, end] }) => [start, Math.max(end, start + least)]));
    this.#container.style.setProperty("--rows", count);
    this.#bars.forEach((bar, index) => {
      const child = this.#child(bar.id);
      if (!child) return;
      child.style.setProperty("--row", rows[index]);
      this.#lay(child, bar.range);
    });
  }

  #lay(child, [start, end]) {
    const [left, right] = [this.#view.share(start), this.#view.share(end)];
    child.hidden = right < 0 || left > 1;
    const first = Math.max(left, 0);
    child.style.left = `${first * 100}%`;
    child.style.width = `${(Math.min(right, 1) - first) * 100}%`;
  }

  #child(id) { return [...this.#container.children].find(({ dataset }) => dataset.region === id); }
  #bar(id) { return this.#bars.find((bar) => bar.id === id); }

  #take(event, id) {
    const bar = this.#bar(id);
    if (event.button !== 0 || !bar) return;
    event.stopPropagation();
    const child = this.#child(id);
    const edge = event.target.dataset.edge;
    // A bar that is not selected scrolls the page under a finger; the selected one is dragged.
    if (!edge && id !== this.#selected && event.pointerType === "touch") return;
    child.setPointerCapture(event.pointerId);
    this.#grip = { id, child, edge, x: event.clientX, from: bar.range, range: bar.range, isDrag: false };
  }

  #drag(event) {
    const grip = this.#grip;
    if (!grip) return;
    grip.isDrag ||= Math.abs(event.clientX - grip.x) > 4;
    if (!grip.isDrag) return;
    grip.range = this.#moved(grip.from, grip.edge, this.#way(event.clientX, grip));
    this.#lay(grip.child, grip.range);
    this.#tell("preview", { range: grip.range });
  }

  /** How far a hand has come, in milliseconds; past the edge of the lanes it means their end, wherever
   * in a bar it took hold. */
  #way(clientX, { x }) {
    const { left, right, width } = this.#container.getBoundingClientRect();
    const [from, to] = this.#view.window;
    if (clientX <= left && from <= 0) return -Infinity;
    if (clientX >= right && to >= this.#view.milliseconds) return Infinity;
    return ((clientX - x) / width) * (to - from);
  }

  #drop(event) {
    const grip = this.#grip;
    this.#grip = undefined;
    if (!grip) return;
    if (event.type === "pointercancel" || !grip.isDrag) {
      this.#place();
      if (event.type !== "pointercancel" && grip.edge === undefined) this.#tell("select", { id: grip.id });
    } else {
      this.#tell("change", { id: grip.id, range: grip.range });
    }
  }

  #step(event, id, edge) {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    const bar = this.#bar(id);
    if (!direction || !bar || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const range = this.#moved(bar.range, edge, direction * (event.shiftKey ? 1000 : 100));
    this.#tell("change", { id, range });
  }

  /** A range of which one edge, or the whole, is moved; it stays within the call and keeps a length. */
  #moved([start, end], edge, by) {
    const last = this.#view.milliseconds;
    if (edge === "start") return [Math.round(Math.min(Math.max(start + by, 0), end - shortest)), end];
    if (edge === "end") return [start, Math.round(Math.max(Math.min(end + by, last), start + shortest))];
    const moved = Math.min(Math.max(by, -start), last - end);
    return [Math.round(start + moved), Math.round(end + moved)];
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
