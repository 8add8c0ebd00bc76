// The Listen page: a sitting at a player, in a browser.

import { actionsOf } from "./actions.js";
import { api } from "./api.js";
import { askConflict, askPredictions, askSkip, showKeys, showSummary } from "./dialogs.js";
import { element, part } from "./element.js";
import { KeyTable } from "./keys.js";
import { Names } from "./names.js";
import { Player } from "./player.js";
import { total, union } from "./ranges.js";
import { callOf } from "./sitting.js";
import { SittingStore } from "./sitting-store.js";
import { Tagging } from "./tagging.js";
import { timeOfDay } from "./times.js";
import { Transport } from "./transport.js";
import { WaveformData } from "./waveform-data.js";
import { WaveformView } from "./waveform.js";
import { words } from "./words.js";

class ListenPage {
  #store;
  #taxonomy;
  #names;
  #player = new Player();
  #view;
  #tagging;
  #transport;
  #keys;
  #sounds = new Map();
  #call;

  async open(id) {
    const [sitting, taxonomy, keys] = await Promise.all([api.sitting(id), api.taxonomy(), api.keys()]);
    this.#store = new SittingStore(sitting);
    this.#taxonomy = taxonomy;
    this.#names = new Names(taxonomy);
    this.#view = new WaveformView({
      lanes: part("lanes"), lanesCanvas: part("lanes-canvas"), cursor: part("cursor"),
      selection: part("selection"), overview: part("overview"), overviewCanvas: part("overview-canvas"),
      overviewCursor: part("overview-cursor"), overviewWindow: part("overview-window"),
    });
    this.#tagging = new Tagging({ store: this.#store, player: this.#player, view: this.#view, names: this.#names, taxonomy });
    const actions = actionsOf({ player: this.#player, view: this.#view, tagging: this.#tagging, page: this });
    const run = (name) => actions[name]?.();
    this.#transport = new Transport(this.#player, run);
    this.#keys = new KeyTable(keys.actions, run, (key) => this.#tagging.answer(key));
    this.#player.setSkipping(sitting.skips);
    this.#player.setLevelling(sitting.levels);
    this.#player.setSpeed(sitting.speed);
    this.#listen();
    this.#store.start();
    await this.#begin();
    const frame = () => {
      this.#tick();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    part("listen").dataset.ready = "";
  }

  // Which call

  async #begin() {
    const { sitting } = this.#store;
    const current = callOf(sitting, sitting.currentCall);
    const isGoingOn = current && ["open", "planned"].includes(current.progress.type);
    const call = isGoingOn ? current : this.#following(undefined);
    if (!call) return this.#atEnd();
    await this.#show(call.id);
    if (!sitting.predictionsSealed && sitting.predictions.length === 0) this.#predict();
  }

  async #predict() {
    const roots = this.#taxonomy.reasons.filter(({ depth, isOffered }) => depth === 0 && isOffered);
    const predictions = await askPredictions(roots);
    if (predictions.length > 0) this.#store.edit({ type: "predict", predictions });
    part("play").focus();
  }

  /** The call to hear after another one: the next that is not done, else an earlier one. */
  #following(id) {
    const { calls } = this.#store.sitting;
    const at = calls.findIndex((call) => call.id === id);
    const order = [...calls.slice(at + 1), ...calls.slice(0, Math.max(at, 0))];
    return order.find(({ progress }) => ["planned", "open"].includes(progress.type));
  }

  async #show(id, { autoplay = false } = {}) {
    this.#player.flush();
    this.#call = id;
    this.#tagging.begin(id);
    const { sitting } = this.#store;
    const call = callOf(sitting, id);
    // One that is done is looked at and edited without being put on again.
    if (sitting.currentCall !== id && call.progress.type !== "skipped") this.#store.edit({ type: "open", call: id });
    this.#render();
    const sound = await this.#sound(call);
    if (this.#call !== id) return;
    const shown = { ...call, ...sound };
    this.#view.show(shown);
    part("lanes").classList.toggle("is-mono", sound.channels === 1);
    this.#tagging.showSegments(shown);
    part("obstacle").textContent = call.obstacle ?? "";
    part("obstacle").hidden = !call.obstacle;
    if (call.audio) this.#player.load(shown, call.resumeAt ?? 0); else this.#player.unload();
    if (autoplay && call.audio) this.#player.play();
    const data = await sound.wave;
    if (this.#call === id) this.#view.data = data;
    this.#prepareNext();
  }

  /** What the sound of a call says, with its waveform on the way. */
  #sound(call) {
    if (!this.#sounds.has(call.id)) {
      const wave = call.waveform && api.waveform(call.waveform)
        .then((bytes) => new WaveformData(bytes)).catch(() => undefined);
      const found = api.sound(call.id).then((sound) => ({ ...sound, wave }));
      this.#sounds.set(call.id, found);
      found.catch(() => this.#sounds.delete(call.id));
    }
    return this.#sounds.get(call.id);
  }

  /** Fetches what the next call needs before this one ends. */
  async #prepareNext() {
    const next = this.#following(this.#call);
    const sound = next && await this.#sound(next).catch(() => undefined);
    if (sound && next.audio) this.#player.prepare({ ...next, ...sound });
  }

  // What buttons do

  async finish() {
    const call = this.#store.call(this.#call);
    if (!call) return;
    this.#player.flush();
    if (call.progress.type === "open") this.#store.edit({ type: "finish", call: call.id });
    await this.#goOn();
  }

  async skipCall() {
    const reason = await askSkip();
    if (!reason) return;
    this.#player.pause();
    this.#player.flush();
    this.#store.edit({ type: "skip", call: this.#call, reason });
    await this.#goOn();
  }

  async end() {
    this.#player.pause();
    this.#player.flush();
    this.#store.edit({ type: "end" });
    await this.#store.settled();
    await this.#atEnd();
  }

  move(step) {
    const { calls } = this.#store.sitting;
    const next = calls[calls.findIndex(({ id }) => id === this.#call) + step];
    if (next) this.#show(next.id);
  }

  showKeys() { showKeys(this.#keys.table); }

  toggleTagger(isOpen = !document.body.classList.contains("has-tagger")) {
    document.body.classList.toggle("has-tagger", isOpen);
    part("tagger-toggle").setAttribute("aria-expanded", isOpen);
  }

  openTagger(then) {
    this.toggleTagger(true);
    then();
  }

  say(text, isUrgent = false) {
    part(isUrgent ? "alert" : "status").textContent = text ?? "";
    if (isUrgent) part("alert").hidden = !text;
  }

  async #goOn() {
    const next = this.#following(this.#call);
    if (next) return this.#show(next.id, { autoplay: true });
    this.say(words.lastCall);
    await this.#store.settled();
    await this.#atEnd();
  }

  async #atEnd() {
    this.#player.unload();
    showSummary(await api.summary(this.#store.id));
  }

  // What happens

  #listen() {
    const store = this.#store;
    this.#player.addEventListener("heard", ({ detail }) => store.edit({ type: "heard", ...detail }));
    this.#view.addEventListener("choose", ({ detail }) => this.#player.seek(detail.at));
    this.#tagging.addEventListener("said", ({ detail }) => this.say(detail.text));
    this.#tagging.addEventListener("elsewhere", ({ detail }) => this.#show(detail.call));
    part("calls-select").addEventListener("change", ({ target }) => this.#show(target.value));
    window.addEventListener("pagehide", () => this.#player.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.#player.flush());
    store.addEventListener("change", () => this.#render());
    store.addEventListener("back", () => this.say(words.back));
    store.addEventListener("full", () => this.say(words.storageFull, true));
    store.addEventListener("refused", ({ detail }) => this.say(detail.sentence, true));
    store.addEventListener("saved", ({ detail }) => {
      part("saved").textContent = words.saved(timeOfDay(detail.at));
      if (part("alert").textContent === words.signedOut) this.say("", true);
    });
    store.addEventListener("conflict", ({ detail }) => this.#settle(detail));
  }

  async #settle({ before, now, mine, settle }) {
    const said = ({ calls }) => calls.flatMap(({ annotations }) => annotations);
    const known = new Map(said(before).map((each) => [each.id, JSON.stringify(each)]));
    const standing = new Set(said(now).map(({ id }) => id));
    const theirs = said(now).filter((each) => known.get(each.id) !== JSON.stringify(each));
    const gone = said(before).filter(({ id }) => !standing.has(id));
    settle(await askConflict({
      mine: mine.map((edit) => this.#names.edit(edit, before)),
      theirs: [
        ...theirs.map((each) => this.#names.line(each)),
        ...gone.map(({ content }) => words.removed(this.#names.of(content))),
      ],
    }));
  }

  // What is shown

  #render() {
    const { sitting } = this.#store;
    const call = callOf(sitting, this.#call);
    this.#renderSaving();
    if (!call) return;
    this.#tagging.render(sitting, call);
    this.#renderHead(sitting, call);
    const heard = sitting.calls.reduce((sum, each) => sum + total(union(each.heard)), 0);
    part("heard").textContent = words.heard(heard, sitting.goalSeconds * 1000);
    part("heard-bar").value = Math.min(heard / (sitting.goalSeconds * 1000), 1);
  }

  #renderSaving() {
    const { state, waiting } = this.#store;
    const saved = part("saved");
    saved.dataset.state = state;
    part("offline").hidden = state !== "offline";
    if (state === "offline") {
      saved.textContent = waiting.length > 0 ? words.waiting(waiting.length) : words.waitingIdle;
    }
    if (state === "signedOut") this.say(words.signedOut, true);
  }

  #renderHead(sitting, call) {
    const index = sitting.calls.findIndex(({ id }) => id === call.id);
    const texts = {
      "call-number": words.call(index + 1, sitting.calls.length), "call-title": call.title,
      "call-facts": call.facts,
    };
    for (const [name, text] of Object.entries(texts)) {
      if (part(name).textContent !== text) part(name).textContent = text;
    }
    // A long name is cut by the page, and whole under the pointer.
    for (const name of ["call-title", "call-facts"]) part(name).title = texts[name];
    part("call-chips").replaceChildren(...call.chips.map((text) => element("li", {}, text)));
    part("calls-select").replaceChildren(...sitting.calls.map((each, place) => new Option(
      `${place + 1} · ${each.title} · ${words[each.progress.type]}`, each.id, false, each.id === call.id)));
  }

  #tick() {
    if (!this.#player.call) return;
    this.#transport.tick();
    this.#view.place(this.#player.position, { following: this.#player.isPlaying });
  }
}

const { sitting } = part("listen").dataset;
new ListenPage().open(sitting).catch((error) => {
  part("alert").textContent = error.message;
  part("alert").hidden = false;
});
