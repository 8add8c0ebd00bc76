// The two lanes of a call, the strip over the whole of it, and the window between them.

const shortestWindow = 2000; // milliseconds
const follow = 0.92; // how far across the window the cursor may come before it turns the page

/**
 * Draws lanes and overview; tells `view` when the window moved, `choose` (`at`) when somebody pointed
 * at an instant, `select` (`range`) when they dragged over a stretch.
 */
export class WaveformView extends EventTarget {
  #call;
  #data;
  #window = [0, 1];
  #drawing;
  #colours;
  #marks = [];
  #selection;
  #parts;

  /** `parts`: the elements `lanes`, `lanesCanvas`, `cursor`, `selection`, `overview`,
   * `overviewCanvas`, `overviewCursor`, `overviewWindow`. */
  constructor(parts) {
    super();
    this.#parts = parts;
    this.#readColours();
    new ResizeObserver(() => this.#redraw()).observe(parts.lanes);
    for (const query of ["(prefers-color-scheme: dark)", "(resolution: 1dppx)"]) {
      matchMedia(query).addEventListener("change", () => this.#readColours());
    }
    new MutationObserver(() => this.#readColours())
      .observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
    this.#listenToLanes();
    this.#listenToOverview();
  }

  get window() { return this.#window; }
  get milliseconds() { return this.#call?.milliseconds ?? 1; }

  /** Shows a call without its sound drawn yet. */
  show(call) {
    this.#call = call;
    this.#data = undefined;
    this.#window = [0, Math.max(call.milliseconds, 1)];
    this.#selection = undefined;
    this.#moved();
  }

  /** Draws the sound of the call that is shown. */
  set data(data) {
    this.#data = data;
    this.#redraw();
  }

  /** Where tags stand, for the overview: `[{ range, ink }]`. */
  set marks(marks) {
    this.#marks = marks;
    this.#redraw();
  }

  /** The stretch that the next tag will get, or undefined. */
  set selection(range) {
    this.#selection = range;
    this.#placeSelection();
  }

  /** Where an instant lies across the lanes, in 0...1 inside the window. */
  share(at) { return (at - this.#window[0]) / (this.#window[1] - this.#window[0]); }

  /** The instant at a place of the screen. */
  instant(clientX) {
    const { left, width } = this.#parts.lanes.getBoundingClientRect();
    const at = this.#window[0] + ((clientX - left) / width) * (this.#window[1] - this.#window[0]);
    return Math.min(Math.max(at, 0), this.milliseconds);
  }

  /** Places the cursor; turns the page for one that is followed and leaves the window. */
  place(at, { following = false } = {}) {
    const { cursor, overviewCursor, lanes, overview } = this.#parts;
    if (following && (this.share(at) > follow || this.share(at) < 0)) {
      this.#moveTo(at - 0.08 * (this.#window[1] - this.#window[0]));
    }
    const share = this.share(at);
    cursor.hidden = share < 0 || share > 1;
    cursor.style.transform = `translateX(${share * lanes.clientWidth}px)`;
    overviewCursor.style.transform = `translateX(${(at / this.milliseconds) * overview.clientWidth}px)`;
  }

  /** Shows more (`factor` < 1) or less of the call around an instant. */
  zoom(factor, around) {
    const [start, end] = this.#window;
    const length = Math.min(Math.max((end - start) * factor, shortestWindow), this.milliseconds);
    const share = Math.min(Math.max(this.share(around), 0), 1);
    this.#setWindow(around - share * length, length);
  }

  /** Shows the whole call. */
  showAll() { this.#setWindow(0, this.milliseconds); }

  /** Brings a stretch into the window. */
  reveal([start, end]) {
    if (start >= this.#window[0] && end <= this.#window[1]) return;
    const length = Math.max(this.#window[1] - this.#window[0], (end - start) * 1.2);
    this.#setWindow((start + end - length) / 2, length);
  }

  scrollBy(milliseconds) { this.#moveTo(this.#window[0] + milliseconds); }

  #moveTo(start) { this.#setWindow(start, this.#window[1] - this.#window[0]); }

  #setWindow(start, wanted) {
    const length = Math.min(wanted, this.milliseconds);
    const first = Math.min(Math.max(start, 0), this.milliseconds - length);
    if (first === this.#window[0] && first + length === this.#window[1]) return;
    this.#window = [first, first + length];
    this.#moved();
  }

  #moved() {
    this.#placeSelection();
    this.#redraw();
    this.dispatchEvent(new Event("view"));
  }

  #placeSelection() {
    const { selection } = this.#parts;
    selection.hidden = !this.#selection;
    if (!this.#selection) return;
    const [left, right] = this.#selection.map((at) => Math.min(Math.max(this.share(at), 0), 1));
    selection.style.left = `${left * 100}%`;
    selection.style.width = `${(right - left) * 100}%`;
  }

  // Drawing

  #readColours() {
    const style = getComputedStyle(this.#parts.lanes);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    this.#colours = {
      agent: colour("agent"), customer: colour("customer"), neutral: colour("bar"),
      hold: colour("sunken"), holdInk: colour("hold"), deadAir: colour("dead"),
      line: colour("line"), ink: colour("ink"),
    };
    this.#redraw();
  }

  #redraw() {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      if (!this.#call) return;
      this.#drawLanes();
      this.#drawOverview();
    });
  }

  /** A canvas in device pixels, cleared; nothing where it has no size. */
  #prepared(canvas) {
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (width === 0 || height === 0) return undefined;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    return { context, width, height, scale };
  }

  /** The lanes from the top: which channel, in which ink. */
  get #lanes() {
    const { channels, agentChannel } = this.#call;
    if (channels === 1 || agentChannel === null) return [{ channel: 0, ink: this.#colours.neutral }];
    return [
      { channel: agentChannel, ink: this.#colours.agent },
      { channel: 1 - agentChannel, ink: this.#colours.customer },
    ];
  }

  #drawLanes() {
    const canvas = this.#prepared(this.#parts.lanesCanvas);
    if (!canvas) return;
    const [start, end] = this.#window;
    this.#shade(canvas, start, end, true);
    const lanes = this.#lanes;
    const height = canvas.height / lanes.length;
    lanes.forEach(({ channel, ink }, row) => {
      this.#drawWave(canvas, { channel, ink, start, end, top: row * height, height });
    });
  }

  #drawOverview() {
    const canvas = this.#prepared(this.#parts.overviewCanvas);
    if (!canvas) return;
    this.#shade(canvas, 0, this.milliseconds, false);
    const lanes = this.#lanes;
    const waves = canvas.height - 6;
    lanes.forEach(({ channel, ink }, row) => {
      const height = waves / lanes.length;
      this.#drawWave(canvas, { channel, ink, start: 0, end: this.milliseconds, top: row * height, height });
    });
    for (const { range, ink } of this.#marks) {
      canvas.context.fillStyle = ink;
      const left = (range[0] / this.milliseconds) * canvas.width;
      const width = Math.max(((range[1] - range[0]) / this.milliseconds) * canvas.width, 3);
      canvas.context.fillRect(left, canvas.height - 5, width, 5);
    }
    const { overviewWindow } = this.#parts;
    overviewWindow.style.left = `${(this.#window[0] / this.milliseconds) * 100}%`;
    overviewWindow.style.width = `${((this.#window[1] - this.#window[0]) / this.milliseconds) * 100}%`;
    overviewWindow.hidden = this.#window[1] - this.#window[0] >= this.milliseconds;
  }

  #drawWave({ context, width, scale }, { channel, ink, start, end, top, height }) {
    const middle = top + height / 2;
    context.fillStyle = this.#colours.line;
    context.fillRect(0, middle - 0.5, width, 1);
    if (!this.#data || channel >= this.#data.channels) return;
    // A lane is scaled to its own loudest moment, at most eightfold: a quiet side shows its shape.
    const gain = Math.min(1 / Math.max(this.#data.peak(channel), 0.125), 8);
    const reach = (height / 2) * 0.92;
    const step = 1 / scale;
    const span = (end - start) / width;
    context.fillStyle = ink;
    for (let x = 0; x < width; x += step) {
      const from = start + x * span;
      const [low, high] = this.#data.extremes(channel, from, from + step * span);
      const above = Math.min(high * gain, 1) * reach;
      const below = Math.max(low * gain, -1) * reach;
      context.fillRect(x, middle - above, step, Math.max(above - below, step));
    }
  }

  /** Hold hatched and named, dead air in a plain tone. */
  #shade({ context, width, height }, start, end, isNamed) {
    const place = (at) => ((at - start) / (end - start)) * width;
    const each = (ranges, draw) => ranges
      .filter(([from, to]) => to > start && from < end)
      .forEach(([from, to]) => draw(Math.max(place(from), 0), Math.min(place(to), width)));
    context.fillStyle = this.#colours.deadAir;
    each(this.#call.deadAir, (left, right) => context.fillRect(left, 0, right - left, height));
    each(this.#call.holds, (left, right) => {
      context.save();
      context.beginPath();
      context.rect(left, 0, right - left, height);
      context.clip();
      context.fillStyle = this.#colours.hold;
      context.fillRect(left, 0, right - left, height);
      context.strokeStyle = this.#colours.holdInk;
      context.lineWidth = 1;
      context.beginPath();
      for (let x = left - height - (left % 8); x < right; x += 8) {
        context.moveTo(x, height);
        context.lineTo(x + height, 0);
      }
      context.stroke();
      context.restore();
      const name = this.#call.holdLabel;
      context.font = "600 12px system-ui, sans-serif";
      const needed = context.measureText(name).width + 16;
      if (!isNamed || right - left < needed) return;
      const middle = (left + right) / 2;
      context.fillStyle = this.#colours.hold;
      context.fillRect(middle - needed / 2, height / 2 - 10, needed, 20);
      context.fillStyle = this.#colours.ink;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(name, middle, height / 2);
    });
  }

  // Pointing

  #listenToLanes() {
    const { lanes } = this.#parts;
    const fingers = new Map();
    let begun;
    let pinch;
    lanes.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.target.closest("[data-region]")) return;
      lanes.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, event.clientX);
      if (fingers.size === 2) {
        begun = undefined;
        pinch = { span: spread(fingers), window: this.#window, middle: this.instant(middle(fingers)) };
      } else if (fingers.size === 1) {
        begun = { x: event.clientX, at: this.instant(event.clientX), isDrag: false };
      }
    });
    lanes.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event.clientX);
      if (pinch && fingers.size === 2) {
        const length = (pinch.window[1] - pinch.window[0]) * (pinch.span / Math.max(spread(fingers), 1));
        const { left, width } = lanes.getBoundingClientRect();
        const share = (middle(fingers) - left) / width;
        const fitted = Math.min(Math.max(length, shortestWindow), this.milliseconds);
        this.#setWindow(pinch.middle - share * fitted, fitted);
        return;
      }
      if (!begun) return;
      begun.isDrag ||= Math.abs(event.clientX - begun.x) > 6;
      if (begun.isDrag) {
        const range = [begun.at, this.instant(event.clientX)].sort((a, b) => a - b).map(Math.round);
        this.dispatchEvent(new CustomEvent("select", { detail: { range, isDone: false } }));
      }
    });
    const end = (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (fingers.size < 2) pinch = undefined;
      if (!begun || event.type === "pointercancel") {
        begun = undefined;
        return;
      }
      const at = this.instant(event.clientX);
      const detail = begun.isDrag
        ? { range: [begun.at, at].sort((a, b) => a - b).map(Math.round), isDone: true } : { at };
      this.dispatchEvent(new CustomEvent(begun.isDrag ? "select" : "choose", { detail }));
      begun = undefined;
    };
    lanes.addEventListener("pointerup", end);
    lanes.addEventListener("pointercancel", end);
    lanes.addEventListener("wheel", (event) => {
      const across = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !across && !event.shiftKey) return;
      event.preventDefault();
      if (event.ctrlKey) {
        this.zoom(Math.exp(event.deltaY * 0.004), this.instant(event.clientX));
      } else {
        const amount = (across ? event.deltaX : event.deltaY) / lanes.clientWidth;
        this.scrollBy(amount * (this.#window[1] - this.#window[0]));
      }
    }, { passive: false });
  }

  #listenToOverview() {
    const { overview } = this.#parts;
    const instant = (event) => {
      const { left, width } = overview.getBoundingClientRect();
      return Math.min(Math.max((event.clientX - left) / width, 0), 1) * this.milliseconds;
    };
    let grip;
    overview.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      overview.setPointerCapture(event.pointerId);
      const at = instant(event);
      const isInside = at >= this.#window[0] && at <= this.#window[1];
      const isWhole = this.#window[1] - this.#window[0] >= this.milliseconds;
      grip = { at, offset: isInside && !isWhole ? at - this.#window[0] : undefined, isDrag: false };
    });
    overview.addEventListener("pointermove", (event) => {
      if (!grip) return;
      grip.isDrag ||= Math.abs(instant(event) - grip.at) > this.milliseconds * 0.005;
      if (grip.isDrag && grip.offset !== undefined) this.#moveTo(instant(event) - grip.offset);
    });
    overview.addEventListener("pointerup", (event) => {
      if (grip && !(grip.isDrag && grip.offset !== undefined)) {
        this.dispatchEvent(new CustomEvent("choose", { detail: { at: instant(event) } }));
        const at = instant(event);
        this.reveal([at, at]);
      }
      grip = undefined;
    });
    overview.addEventListener("pointercancel", () => { grip = undefined; });
  }
}

const spread = (fingers) => {
  const [a, b] = [...fingers.values()];
  return Math.abs(a - b);
};
const middle = (fingers) => {
  const [a, b] = [...fingers.values()];
  return (a + b) / 2;
};

