// From a media element to the loudspeaker: sides chosen, levels matched, peaks held.

const ramp = 0.015; // seconds; a gain that jumps clicks

/** The volume that lifts or lowers by decibels. */
const factor = (decibels) => 10 ** (decibels / 20);

/** The audio context of the page, made at the first press of a key or button, as browsers demand. */
let context;
export const audioContext = () => (context ??= new AudioContext({ latencyHint: "interactive" }));
export const runningContext = () => context;

export class SoundGraph {
  #gains;
  #crossed;
  #source;
  #output;

  /** Takes over a media element with one channel or two. */
  constructor(element, channels) {
    const context = audioContext();
    this.#source = new MediaElementAudioSourceNode(context, { mediaElement: element });
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
    this.#source.connect(splitter);
    // Each channel goes to its own ear, and to the other one when it is heard alone.
    this.#gains = [0, 1].map((channel) => {
      const gain = new GainNode(context);
      // A mono file has one channel, which goes to both ears.
      splitter.connect(gain, Math.min(channel, channels - 1));
      gain.connect(merger, 0, channel);
      return gain;
    });
    this.#crossed = this.#gains.map((gain, channel) => {
      const crossed = new GainNode(context, { gain: 0 });
      gain.connect(crossed);
      crossed.connect(merger, 0, 1 - channel);
      return crossed;
    });
    // The limiter acts only above -3 dBFS. A compressor makes up for what it takes away by a fixed
    // gain (Web Audio API, "makeup gain"): here 1.7 dB, which is given back.
    const limiter = new DynamicsCompressorNode(context, {
      threshold: -3, knee: 0, ratio: 20, attack: 0.001, release: 0.1,
    });
    this.#output = new GainNode(context, { gain: factor(-1.71) });
    merger.connect(limiter).connect(this.#output).connect(context.destination);
  }

  /** Where the sound can be looked at before it is limited. */
  get tap() { return this.#source; }

  /** Which channels are heard (`audible`, a list of two), and how much each is lifted. */
  set({ audible, decibels, isMono }) {
    const now = audioContext().currentTime;
    const alone = audible.filter(Boolean).length === 1;
    for (const channel of [0, 1]) {
      const gain = audible[channel] ? factor(decibels[channel] ?? 0) : 0;
      this.#gains[channel].gain.setTargetAtTime(gain, now, ramp / 3);
      this.#crossed[channel].gain.setTargetAtTime(alone && !isMono ? 1 : 0, now, ramp / 3);
    }
  }

  /** Lets go of the element's sound. */
  close() {
    this.#source.disconnect();
    this.#output.disconnect();
  }
}

/** How much later than the graph makes it a sound leaves the loudspeaker, in seconds. */
export function outputLatency() {
  if (!context || context.state !== "running") return 0;
  const { contextTime, performanceTime } = context.getOutputTimestamp();
  if (performanceTime > 0) {
    const leaving = contextTime + (performance.now() - performanceTime) / 1000;
    const latency = context.currentTime - leaving;
    if (latency >= 0 && latency < 1) return latency;
  }
  return context.outputLatency || context.baseLatency || 0;
}
