// Everything said of a call, in the order of time, and the same of the sound for those who do not see
// the waveform.

import { element, keyed, part } from "./element.js";
import { words } from "./words.js";

/** Tells `select`, `play` and `remove`, each with `id`. */
export class TagList extends EventTarget {
  #list = part("tags");
  #empty = part("no-tags");
  #segments = part("segments");
  #shown;

  /** `entries`: `[{ id, kind, side, severity, name, range, text }]`. */
  show(entries, selected) {
    const inOrder = [...entries].sort((a, b) => (a.range?.[0] ?? -1) - (b.range?.[0] ?? -1));
    this.#empty.hidden = inOrder.length > 0;
    keyed(this.#list, inOrder, ({ id }) => id, (entry) => this.#made(entry.id), (row, entry) => {
      row.dataset.kind = entry.kind;
      row.dataset.severity = entry.severity ?? "";
      row.classList.toggle("is-selected", entry.id === selected);
      const [main, play] = row.children;
      const [when, name, more] = main.children;
      when.textContent = entry.range ? words.range(entry.range) : words.wholeCall;
      name.textContent = entry.name;
      more.textContent = [
        words.kinds[entry.kind], entry.severity && words.severity(entry.severity),
        entry.side && words.sides[entry.side],
      ].filter(Boolean).join(" · ");
      main.setAttribute("aria-pressed", entry.id === selected);
      play.hidden = !entry.range;
    });
  }

  #made(id) {
    const tell = (type) => () => this.dispatchEvent(new CustomEvent(type, { detail: { id } }));
    const main = element("button", { type: "button", className: "saying-main", on: { click: tell("select") } },
      element("span", { className: "saying-when" }), element("span", { className: "saying-name" }),
      element("span", { className: "saying-more" }));
    main.querySelector(".saying-name").setAttribute("dir", "auto");
    return element("li", { className: "saying" }, main,
      element("button", { type: "button", className: "quiet", on: { click: tell("play") } }, words.playRange),
      element("button", { type: "button", className: "quiet", on: { click: tell("remove") } }, words.remove));
  }

  /** The waveform as a list: who speaks when, holds, dead air. Made when it is opened. */
  showSegments(call) {
    if (this.#shown === call.id) return;
    this.#shown = call.id;
    const details = this.#segments.closest("details");
    const write = () => {
      if (!details.open || this.#shown !== call.id) return;
      const { speech, holds, deadAir } = call;
      const lines = [
        ...Object.entries(speech).flatMap(([side, ranges]) => ranges.map((range) => [range, words.speech(side, range)])),
        ...holds.map((range) => [range, words.hold(range)]),
        ...deadAir.map((range) => [range, words.deadAir(range)]),
      ];
      lines.sort(([a], [b]) => a[0] - b[0]);
      this.#segments.replaceChildren(...lines.map(([, text]) => element("li", {}, text)));
    };
    this.#segments.replaceChildren();
    details.ontoggle = write;
    write();
  }
}
