// What is said of the call that is on: regions, pain points, reasons, remarks, undo.

import { part } from "./element.js";
import { ReasonPicker } from "./reason-picker.js";
import { RegionBars } from "./regions.js";
import { reasonOf, standing } from "./sitting.js";
import { TagList } from "./tag-list.js";
import { TagPanel } from "./tag-panel.js";
import { words } from "./words.js";

// What is said now is said of the last seconds: people speak up after they have heard it.
const reaction = 10000;
const shortestRegion = 200;

const inkOf = (kind, severity) => getComputedStyle(document.documentElement)
  .getPropertyValue(severity ? `--s${severity}` : `--kind-${kind}`).trim();

/** Tells `said` (`text`: what to announce) and `elsewhere` (`call`: what was undone stands there). */
export class Tagging extends EventTarget {
  #store;
  #player;
  #view;
  #names;
  #taxonomy;
  #bars;
  #list = new TagList();
  #panel = new TagPanel();
  #reasons = new ReasonPicker(part("reason"), part("reason-list"));
  #call;
  #selected;
  #region;
  #regionStart;
  #draft;

  constructor({ store, player, view, names, taxonomy }) {
    super();
    this.#store = store;
    this.#player = player;
    this.#view = view;
    this.#names = names;
    this.#taxonomy = taxonomy;
    this.#bars = new RegionBars(part("regions"), view);
    this.#reasons.reasons = taxonomy.reasons.filter(({ isOffered }) => isOffered);
    this.#panel.painPoints = taxonomy.painPoints.filter(({ isOffered }) => isOffered);
    this.#listen();
  }

  /** Another call is on. */
  begin(call) {
    this.#call = call;
    this.#selected = this.#draft = undefined;
    this.#panel.askNoMore();
    this.clearRegion();
  }

  /** The sound in words, for those who do not see the waveform. */
  showSegments(call) { this.#list.showSegments(call); }

  /** Shows what stands. */
  render(sitting, call) {
    const entries = this.#entriesOf(call);
    if (!entries.some(({ id }) => id === this.#selected)) this.#selected = undefined;
    this.#list.show(entries, this.#selected);
    const bars = entries.filter(({ range }) => range);
    this.#bars.show(bars, this.#selected);
    this.#view.marks = bars.map(({ range, kind, severity }) => ({ range, ink: inkOf(kind, severity) }));
    const annotation = call.annotations.find(({ id }) => id === this.#selected);
    this.#panel.select(annotation, annotation && this.#names.of(annotation.content), Boolean(call.audio));
    const counts = new Map();
    for (const { content } of call.annotations) {
      if (content.type === "painPoint") counts.set(content.key, (counts.get(content.key) ?? 0) + 1);
    }
    this.#panel.counts = counts;
    const reason = reasonOf(call);
    this.#reasons.current = reason ? this.#names.of(reason.content) : "";
    part("undo").disabled = sitting.done.length === 0;
    part("redo").disabled = sitting.undone.length === 0;
  }

  #entriesOf({ annotations }) {
    const start = ({ range }) => range?.[0] ?? -1;
    return annotations.map(({ id, content, range, side }) => ({
      id, kind: content.type, severity: content.severity, range, side, name: this.#names.of(content),
    })).sort((a, b) => start(a) - start(b));
  }

  get #annotation() { return standing(this.#store.sitting, this.#selected).annotation; }

  /** The region, or the stretch of what is selected. */
  get stretchAtHand() { return this.#region ?? this.#annotation?.range; }

  /** The region, else the last seconds before the cursor, else the whole call. */
  get #rangeAtHand() {
    if (this.#region) return this.#region;
    const end = Math.round(this.#player.position);
    return end > 0 && this.#player.call ? [Math.max(0, end - reaction), end] : undefined;
  }

  get #side() {
    const { sides } = this.#player;
    return sides === "both" ? undefined : sides;
  }

  // Saying

  #annotate(content, range, side) {
    if (!this.#call) return;
    const annotation = { id: crypto.randomUUID(), call: this.#call, content };
    if (range) annotation.range = range;
    if (side) annotation.side = side;
    if (content.type !== "reason") this.#selected = annotation.id;
    this.clearRegion();
    this.#store.edit({ type: "annotate", annotation });
    this.#say(words.tagged(this.#names.of(content)));
  }

  #change(fields) {
    const annotation = this.#annotation;
    if (!annotation) return;
    const changed = { ...annotation, ...fields };
    for (const name of ["range", "side"]) if (changed[name] === undefined) delete changed[name];
    if (JSON.stringify(changed) === JSON.stringify(annotation)) return;
    this.#store.edit({ type: "change", annotation: changed });
    this.#say(words.changed(this.#names.of(changed.content)));
  }

  remove(id = this.#selected) {
    const { annotation } = standing(this.#store.sitting, id);
    if (!annotation) return this.#say(words.selectFirst);
    this.#store.edit({ type: "remove", annotationId: id });
    this.#say(words.removed(this.#names.of(annotation.content)));
  }

  undo() { this.#turn("undo", "done", words.nothingToUndo, words.undone); }
  redo() { this.#turn("redo", "undone", words.nothingToRedo, words.redone); }

  #turn(type, line, nothing, done) {
    const edit = this.#store.sitting[line].at(-1);
    if (!edit) return this.#say(nothing);
    this.#store.edit({ type });
    this.#say(done);
    // What is undone on another call is shown there, not behind one's back.
    if (edit.call !== this.#call) this.#tell("elsewhere", { call: edit.call });
  }

  flag() { this.#annotate({ type: "flag", text: "" }, this.#rangeAtHand); }

  write(kind) { this.#panel.write(kind); }
  pickReason() { this.#reasons.focus(); }

  // A pain point and its severity

  mark(key) {
    const pain = this.#taxonomy.painPoints.find((each) => each.key === key);
    if (!pain || !this.#call) return;
    this.#redraft({ key, name: pain.label, range: this.#rangeAtHand, side: this.#side });
    this.#say(words.howBad(pain.label));
  }

  markNumber(number) {
    const pain = this.#taxonomy.painPoints.find(({ numberKey, isOffered }) => numberKey === number && isOffered);
    if (pain) this.mark(pain.key);
  }

  /** What a key means while a severity is asked for; false where none is, or it means nothing. */
  answer(key) { return this.#draft !== undefined && this.#panel.answer(key); }

  /** Takes sides for what is about to be said; false where nothing is. */
  takeSide(side) {
    if (!this.#draft) return false;
    this.#redraft({ side });
    return true;
  }

  #redraft(fields) {
    this.#draft = { ...this.#draft, ...fields };
    this.#panel.ask(this.#draft);
  }

  #settleDraft({ severity } = {}) {
    const draft = this.#draft;
    this.#draft = undefined;
    this.#panel.askNoMore();
    if (draft && severity) this.#annotate({ type: "painPoint", key: draft.key, severity }, draft.range, draft.side);
  }

  // Selecting

  select(id, { reveals = true } = {}) {
    this.#selected = id === this.#selected ? undefined : id;
    const range = this.#annotation?.range;
    if (range && reveals) this.#view.reveal(range);
    this.#store.dispatchEvent(new Event("change"));
  }

  selectNext(step) {
    const call = this.#store.call(this.#call);
    const entries = call ? this.#entriesOf(call) : [];
    if (entries.length === 0) return this.#say(words.nothingTagged);
    const at = entries.findIndex(({ id }) => id === this.#selected);
    const next = at < 0 ? (step > 0 ? 0 : entries.length - 1) : (at + step + entries.length) % entries.length;
    if (entries[next].id !== this.#selected) this.select(entries[next].id);
  }

  /** Goes to the fields of what is selected. */
  edit() {
    if (!this.#annotation) return this.#say(words.selectFirst);
    const fields = part("inspector").querySelectorAll("input:checked, textarea, [data-part=time-start]");
    [...fields].find((field) => field.offsetParent)?.focus();
  }

  // Regions

  markStart() {
    const at = Math.round(this.#player.position);
    if (this.#draft) {
      return this.#redraft({ range: [at, Math.max(this.#draft.range?.[1] ?? 0, at + shortestRegion)] });
    }
    if (this.#region && at < this.#region[1]) return this.#setRegion([at, this.#region[1]]);
    this.#setRegion(undefined, words.regionFrom(at));
    this.#regionStart = at;
  }

  markEnd() {
    const at = Math.round(this.#player.position);
    const start = (this.#draft?.range ?? this.#region)?.[0] ?? this.#regionStart;
    if (start === undefined) return this.#say(words.regionNeedsStart);
    if (at <= start) return this.#say(words.backwards);
    if (this.#draft) this.#redraft({ range: [start, at] }); else this.#setRegion([start, at]);
  }

  clearRegion() { this.#setRegion(undefined); }

  #setRegion(range, said) {
    this.#region = range;
    this.#regionStart = undefined;
    this.#view.selection = range;
    part("region-state").textContent = said ?? (range ? words.regionMarked(range) : words.noRegion);
    if (this.#player.loop) this.#player.setLoop(this.stretchAtHand);
  }

  // What hands do

  #listen() {
    const panel = this.#panel;
    this.#view.addEventListener("select", ({ detail: { range } }) => {
      this.#setRegion(range[1] - range[0] >= shortestRegion ? range : undefined);
    });
    this.#bars.addEventListener("select", ({ detail }) => this.select(detail.id, { reveals: false }));
    this.#bars.addEventListener("preview", ({ detail }) => panel.preview(detail.range));
    this.#bars.addEventListener("change", ({ detail }) => {
      this.#selected = detail.id;
      this.#change({ range: detail.range });
    });
    this.#list.addEventListener("select", ({ detail }) => this.select(detail.id));
    this.#list.addEventListener("remove", ({ detail }) => this.remove(detail.id));
    this.#list.addEventListener("play", ({ detail }) => {
      const { annotation } = standing(this.#store.sitting, detail.id);
      if (annotation?.range) this.#player.playRegion(annotation.range);
    });
    this.#reasons.addEventListener("choose", ({ detail }) => this.#annotate({ type: "reason", key: detail.key }));
    panel.addEventListener("mark", ({ detail }) => this.mark(detail.key));
    panel.addEventListener("draft", ({ detail }) => this.#settleDraft(detail));
    panel.addEventListener("whole", () => this.#redraft({ range: undefined }));
    panel.addEventListener("say", ({ detail: { kind, text } }) => {
      // An idea speaks of more than a moment.
      this.#annotate({ type: kind, text }, kind === "idea" ? this.#region : this.#rangeAtHand);
    });
    panel.addEventListener("change", ({ detail }) => this.#change(detail));
    panel.addEventListener("remove", () => this.remove());
    panel.addEventListener("close", () => this.select(this.#selected));
  }

  #say(text) { this.#tell("said", { text }); }
  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
