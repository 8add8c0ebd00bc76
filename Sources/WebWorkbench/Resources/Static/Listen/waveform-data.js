// The smallest and largest sample of each stretch of a call, as the server sends them.
//
// Little-endian: "EARW", version (1 byte), channels (1), frames of the whole call (8, at 8), sample
// rate (4, at 16), frames in a point (4, at 20), then for each point and channel the minimum and the
// maximum, each in the eight bits of ITU-T G.711 mu-law.

const headerLength = 24;

/** mu-law to -1...1. */
const expanded = Float32Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const magnitude = ((((code & 15) << 3) + 0x84) << ((code >> 4) & 7)) - 0x84;
  return (code & 0x80 ? -magnitude : magnitude) / 32768;
});

export class WaveformData {
  constructor(buffer) {
    const view = new DataView(buffer);
    if (buffer.byteLength < headerLength || view.getUint32(0) !== 0x45415257 || view.getUint8(4) !== 1) {
      throw new TypeError("not a waveform");
    }
    this.channels = view.getUint8(5);
    this.frames = Number(view.getBigUint64(8, true));
    this.sampleRate = view.getUint32(16, true);
    this.framesPerPoint = view.getUint32(20, true);
    this.bytes = new Uint8Array(buffer, headerLength);
    this.points = Math.floor(this.bytes.length / (2 * this.channels));
    this.millisecondsPerPoint = (this.framesPerPoint / this.sampleRate) * 1000;
  }

  /** The smallest and the largest sample of a channel between two instants, each -1...1. */
  extremes(channel, from, to) {
    const first = Math.max(0, Math.floor(from / this.millisecondsPerPoint));
    const last = Math.min(this.points, Math.max(first + 1, Math.ceil(to / this.millisecondsPerPoint)));
    let low = 1, high = -1;
    for (let point = first; point < last; point += 1) {
      const at = (point * this.channels + channel) * 2;
      low = Math.min(low, expanded[this.bytes[at]]);
      high = Math.max(high, expanded[this.bytes[at + 1]]);
    }
    return low > high ? [0, 0] : [low, high];
  }

  /** The largest magnitude of a channel, 0...1: what a lane is scaled by. */
  peak(channel) {
    let peak = 0;
    for (let at = channel * 2; at < this.bytes.length; at += 2 * this.channels) {
      peak = Math.max(peak, Math.abs(expanded[this.bytes[at]]), Math.abs(expanded[this.bytes[at + 1]]));
    }
    return peak;
  }
}
