"""The sound of the Listen page: what is heard, drawn and counted is the recording's."""

import statistics
import unittest

from listening import ListenTest
from workbench import LAPTOP

# Where in the recording the sound lies that leaves the loudspeaker now, found by correlating what the
# analyser holds with the recording itself; beside it what the media clock and the cursor say. All in
# milliseconds.
WHERE = """
async () => {
  const { context, analyser, element } = window.tap;
  const bytes = await (await fetch(element.src)).arrayBuffer();
  const header = new DataView(bytes);
  const channels = header.getUint16(22, true), rate = header.getUint32(24, true);
  const samples = new Int16Array(bytes, 44);
  const lanes = document.querySelector("[data-part=lanes]");
  const cursor = document.querySelector("[data-part=cursor]");
  const found = [];
  // As long as it plays: a busy machine may need many looks, and there may be silence first.
  while (found.length < 5 && !element.ended && !element.paused) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const at = await new Promise((resolve) => requestAnimationFrame(() => {
      const data = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(data);
      const clock = element.currentTime;
      const { contextTime, performanceTime } = context.getOutputTimestamp();
      const latency = context.currentTime - contextTime - (performance.now() - performanceTime) / 1000;
      // The page places its cursor in the next frame callback; its own comes after this one.
      requestAnimationFrame(() => resolve({ data, clock, latency, waited: performance.now() }));
    }));
    const sample = (time) => {
      const place = time * rate, index = Math.floor(place);
      const a = samples[index * channels] || 0, b = samples[(index + 1) * channels] || 0;
      return a + (b - a) * (place - index);
    };
    let energy = 0;
    for (const value of at.data) energy += value * value;
    if (energy / at.data.length < 1e-5) continue;
    let best = -1, lag = 0;
    for (let shift = -0.1; shift <= 0.1; shift += 0.0005) {
      let product = 0, own = 0, other = 0;
      for (let index = 0; index < at.data.length; index += 5) {
        const value = sample(at.clock + shift - (at.data.length - 1 - index) / context.sampleRate);
        product += value * at.data[index];
        own += value * value;
        other += at.data[index] * at.data[index];
      }
      const likeness = product / Math.sqrt(own * other + 1e-9);
      if (likeness > best) { best = likeness; lag = shift; }
    }
    if (best < 0.8) continue;
    found.push({ lag: lag * 1000, likeness: best, latency: at.latency * 1000, clock: at.clock * 1000 });
  }
  return found;
}
"""


class SoundTest(ListenTest):
    def assert_in_place(self, places):
        """The media clock, by which the cursor goes after the output's latency, is the sound's. A busy
        machine may stumble in one look or another; a fault of the clock is in all of them."""
        self.assertGreaterEqual(len(places), 3, "no sound was heard")
        self.assertLess(statistics.median(abs(place["lag"]) for place in places), 20, places)

    def test_the_sound_plays_where_the_cursor_stands(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            self.play(page, until=0.5)
            self.wait_for_clock(page, self.clock(page) + 0.2)
            places = page.evaluate(WHERE)
            self.assert_in_place(places)
            for place in places:
                # What the cursor is held back by; the page believes no more than a second.
                self.assertLess(place["latency"], 1000)

    def test_a_seek_lands_on_the_sample(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            self.play(page, until=0.3)
            page.keyboard.press("x")
            box = page.locator("[data-part=lanes]").bounding_box()
            for share in [0.43, 0.2, 0.6]:
                page.mouse.click(box["x"] + box["width"] * share, box["y"] + 10)
                page.wait_for_function(
                    "() => !window.tap.element.seeking && window.tap.element.readyState >= 3")
                self.assert_in_place(page.evaluate(WHERE))

    def wait_for_waveform(self, page):
        """Waits until the lanes are drawn in the agent's colour."""
        page.wait_for_function("""() => {
          const canvas = document.querySelector("[data-part=lanes-canvas]");
          const colour = getComputedStyle(canvas).getPropertyValue("--agent").trim();
          const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
          if (canvas.width === 0) return false;
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let at = 0; at < data.length; at += 4) {
            if (wanted.every((value, index) => Math.abs(data[at + index] - value) < 24)) count += 1;
          }
          return count > canvas.width;
        }""")

    def test_the_drawn_peaks_are_those_of_the_sound(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            self.wait_for_waveform(page)
            likeness = page.evaluate("""async () => {
              const canvas = document.querySelector("[data-part=lanes-canvas]");
              const { width, height } = canvas;
              const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
              const colour = getComputedStyle(canvas).getPropertyValue("--agent").trim();
              const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
              const drawn = [];
              for (let x = 0; x < width; x += 1) {
                let count = 0;
                for (let y = 0; y < height / 2; y += 1) {
                  const at = (y * width + x) * 4;
                  if (wanted.every((value, index) => Math.abs(pixels[at + index] - value) < 24)) count += 1;
                }
                drawn.push(count);
              }
              const call = document.querySelector("[data-part=calls-select]").value;
              const bytes = await (await fetch(`/calls/${call}/audio.wav`)).arrayBuffer();
              const channels = new DataView(bytes).getUint16(22, true);
              const samples = new Int16Array(bytes, 44);
              const frames = samples.length / channels;
              const { agentChannel } = await (await fetch(`/api/v1/calls/${call}/sound`)).json();
              const peaks = drawn.map((_, x) => {
                let low = 0, high = 0;
                for (let frame = Math.floor(x / width * frames); frame < (x + 1) / width * frames; frame += 1) {
                  low = Math.min(low, samples[frame * channels + agentChannel]);
                  high = Math.max(high, samples[frame * channels + agentChannel]);
                }
                return high - low;
              });
              const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
              const [a, b] = [mean(drawn), mean(peaks)];
              let both = 0, one = 0, two = 0;
              drawn.forEach((value, x) => {
                both += (value - a) * (peaks[x] - b);
                one += (value - a) ** 2;
                two += (peaks[x] - b) ** 2;
              });
              return both / Math.sqrt(one * two);
            }""")
            self.assertGreater(likeness, 0.9)


if __name__ == "__main__":
    unittest.main()
