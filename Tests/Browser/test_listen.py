"""A sitting in a browser: by keyboard, by touch, with the server gone, on two screens at once."""

import time
import unittest

from axe_playwright_python.sync_playwright import Axe

from workbench import LAPTOP, PHONE, TABLET, WALL, Workbench, keep_picture

# Everything that somebody can write into a field, and what a page must make of it: text.
HOSTILE = {
    "script": "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
    "quotes": "\"><svg onload=window.broken=1> {{danger}} ${1} &amp; \\",
    "rtl": "שלום \u202eevil\u202c مرحبا",
    "emoji": "👩‍👩‍👧‍👦 ok 🇲🇽",
    "long": "word " * 799,
}
TOO_LONG = "x" * 10_000

# Looks at the sound on its way to the loudspeaker, without changing the page's own code: every source
# that the page makes also feeds an analyser, and the element that plays is kept.
TAP = """
const Source = window.MediaElementAudioSourceNode;
window.MediaElementAudioSourceNode = class extends Source {
  constructor(context, options) {
    super(context, options);
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    const analyser = new AnalyserNode(context, { fftSize: 4096 });
    const silent = new GainNode(context, { gain: 0 });
    this.connect(splitter);
    splitter.connect(analyser, 0).connect(silent).connect(context.destination);
    window.tap = { context, analyser, element: options.mediaElement };
  }
};
"""

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
  for (let attempt = 0; attempt < 40 && found.length < 5; attempt += 1) {
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


class ListenTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def sitting(self, context, calls, predicts=False):
        """A page with a new sitting over some calls."""
        page = context.new_page()
        self.complaints = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.add_init_script(TAP)
        page.goto("/help")
        session = page.evaluate("""async (calls) => {
          const token = document.querySelector('meta[name="form-token"]').content;
          const answer = await fetch("/api/v1/sessions", {
            method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
            body: JSON.stringify({ hear: "calls", calls }),
          });
          return (await answer.json()).id;
        }""", calls)
        self.open(page, session, passes=not predicts)
        return page, session

    def open(self, page, session, passes=True):
        page.goto(f"/listen?sitting={session}")
        page.wait_for_selector("[data-part=listen][data-ready]")
        if passes and page.locator("button[value=pass]").is_visible():
            page.locator("button[value=pass]").click()

    def state(self, page, session):
        return page.evaluate(
            "(id) => fetch(`/api/v1/sessions/${id}/listening`).then((answer) => answer.json())",
            session)

    def said(self, page, session):
        return [each for call in self.state(page, session)["calls"] for each in call["annotations"]]

    def wait_until_saved(self, page):
        page.wait_for_function("() => !Object.keys(localStorage).some((key) => key.startsWith('earful.edit.'))")

    def tearDown(self):
        self.assertEqual(getattr(self, "complaints", []), [])

    # A whole sitting

    def test_a_whole_sitting_by_keyboard_only(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007", "H2749"], predicts=True)
            keys = page.keyboard
            # Expectations: the first reason, as it is offered, sealed with Enter.
            keys.press("Shift+Tab")
            for _ in range(40):
                if page.evaluate("document.activeElement.type === 'checkbox'"):
                    break
                keys.press("Tab")
            keys.press("Space")
            page.locator("button[value=seal]").focus()
            keys.press("Enter")
            keys.press("k")
            page.wait_for_function("() => document.querySelector('[data-part=play]').classList.contains('is-playing')")
            time.sleep(1.5)
            keys.press("l")
            keys.press("[")
            time.sleep(1)
            keys.press("]")
            self.assertIn("region", page.inner_text("[data-part=region-state]"))
            keys.press("1")
            keys.press("4")
            keys.press("r")
            keys.type("char")
            keys.press("Enter")
            keys.press("m")
            keys.type("she called twice last week")
            keys.press("Enter")
            keys.press("i")
            keys.type("say how long the wait is")
            keys.press("Enter")
            keys.press("f")
            keys.press("Control+z")
            keys.press("Control+Shift+z")
            keys.press("ArrowDown")
            keys.press("Delete")
            keys.press("Control+z")
            self.wait_until_saved(page)
            self.assertRegex(page.inner_text("[data-part=saved]"), r"saved \d\d:\d\d:\d\d")
            kinds = sorted(each["content"]["type"] for each in self.said(page, session))
            self.assertEqual(kinds, ["flag", "idea", "note", "painPoint", "reason"])
            pain = [each for each in self.said(page, session) if each["content"]["type"] == "painPoint"]
            self.assertEqual(pain[0]["content"]["severity"], 4)
            keys.press("Control+Enter")
            page.wait_for_function("() => document.querySelector('[data-part=call-number]').textContent.startsWith('call 2')")
            keys.press("s")
            keys.type("the same caller again")
            keys.press("Tab")
            keys.press("Enter")
            page.wait_for_selector("[data-part=summary][open]")
            self.assertIn("1 call finished", page.inner_text("[data-part=summary]"))
            keep_picture(page, "listen-summary-1280-light")

    def test_a_whole_sitting_by_touch(self):
        with self.bench.context(TABLET, has_touch=True, is_mobile=True) as context:
            page, session = self.sitting(context, ["D2007", "H2749"])
            page.locator("[data-part=play]").tap()
            time.sleep(1.5)
            page.locator("[data-action='on-10']").tap()
            page.locator("[data-part=tagger-toggle]").tap()
            page.locator("[data-pain]").nth(0).tap()
            page.locator("[data-part=draft] [data-severity='5']").tap()
            page.locator("[data-part=reason]").tap()
            page.keyboard.type("char")
            page.locator("[role=option]").first.tap()
            page.locator("[name=text]").tap()
            page.keyboard.type("by thumb")
            page.locator("[data-part=say-form] [type=submit]").tap()
            page.locator("[data-part=tagger-toggle]").tap()
            page.locator("[data-part=undo]").tap()
            page.locator("[data-part=redo]").tap()
            self.wait_until_saved(page)
            kinds = sorted(each["content"]["type"] for each in self.said(page, session))
            self.assertEqual(kinds, ["note", "painPoint", "reason"])
            # A bar is chosen, then stretched by its end.
            page.locator(".region[data-kind=painPoint] .region-name").tap()
            before = self.pain_range(page, session)
            handle = page.locator(".region.is-selected [data-edge=end]").bounding_box()
            self.drag(context, page, handle["x"] + 5, handle["y"] + 20, 60)
            self.wait_until_saved(page)
            after = self.pain_range(page, session)
            self.assertEqual(after[0], before[0])
            self.assertGreater(after[1], before[1])
            for target in page.locator(".transport button:visible").all():
                self.assertGreaterEqual(target.bounding_box()["height"], 44)
            page.locator("[data-action=finish]").tap()
            page.wait_for_function("() => document.querySelector('[data-part=call-number]').textContent.startsWith('call 2')")

    def pain_range(self, page, session):
        return [each for each in self.said(page, session)
                if each["content"]["type"] == "painPoint"][0]["range"]

    def drag(self, context, page, x, y, by):
        session = context.new_cdp_session(page)
        def send(kind, place):
            session.send("Input.dispatchTouchEvent", {
                "type": kind, "touchPoints": [] if place is None else [{"x": place, "y": y}]})
        send("touchStart", x)
        for step in range(1, 7):
            send("touchMove", x + by * step / 6)
        send("touchEnd", None)

    # Sound

    def test_the_sound_plays_where_the_cursor_stands(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            page.keyboard.press("k")
            page.wait_for_function("() => window.tap && window.tap.element.currentTime > 0.5")
            first = page.evaluate("window.tap.element.currentTime")
            time.sleep(0.5)
            self.assertGreater(page.evaluate("window.tap.element.currentTime"), first + 0.2)
            places = page.evaluate(WHERE)
            self.assertGreaterEqual(len(places), 3, "no sound was heard")
            for place in places:
                # The media clock, by which the cursor goes after the output's latency, is the sound's.
                self.assertLess(abs(place["lag"]), 20, place)
                self.assertLess(place["latency"], 250)

    def test_a_seek_lands_on_the_sample(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            page.keyboard.press("k")
            page.wait_for_function("() => window.tap && window.tap.element.currentTime > 0.3")
            page.keyboard.press("x")
            box = page.locator("[data-part=lanes]").bounding_box()
            for share in [0.7, 0.2, 0.45]:
                page.mouse.click(box["x"] + box["width"] * share, box["y"] + 10)
                page.wait_for_function("() => !window.tap.element.seeking && window.tap.element.readyState >= 3")
                for place in page.evaluate(WHERE):
                    self.assertLess(abs(place["lag"]), 20, place)

    def test_the_drawn_peaks_are_those_of_the_sound(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            page.wait_for_function("""() => {
              const canvas = document.querySelector("[data-part=lanes-canvas]");
              return canvas.width > 0 && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
                .data.some((value) => value > 0);
            }""")
            page.wait_for_timeout(500)
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
              const peaks = drawn.map((_, x) => {
                let low = 0, high = 0;
                for (let frame = Math.floor(x / width * frames); frame < (x + 1) / width * frames; frame += 1) {
                  low = Math.min(low, samples[frame * channels]);
                  high = Math.max(high, samples[frame * channels]);
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

    def test_only_what_was_played_counts_as_heard(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            page.keyboard.press("k")
            page.wait_for_function("() => window.tap && window.tap.element.currentTime > 2")
            page.keyboard.press("k")
            self.wait_until_paused(page)
            heard = lambda: sum(end - start for start, end in self.state(page, session)["calls"][0]["heard"])
            once = heard()
            position = page.evaluate("window.tap.element.currentTime * 1000")
            self.assertLess(abs(once - position), 300)
            # Paused, nothing more is heard; and the same seconds again count once.
            time.sleep(1.2)
            page.keyboard.press("j")
            page.keyboard.press("k")
            page.wait_for_function("() => window.tap.element.currentTime > 1")
            page.keyboard.press("k")
            self.wait_until_paused(page)
            self.assertLess(abs(heard() - once), 300)

    def wait_until_paused(self, page):
        """Paused, and what was heard up to there is on the server's disk."""
        page.wait_for_function(
            "() => !document.querySelector('[data-part=play]').classList.contains('is-playing')")
        self.wait_until_saved(page)

    # The server away, and other screens

    def test_edits_wait_for_a_server_that_was_killed_and_arrive_once(self):
        bench = Workbench()
        self.addCleanup(bench.stop)
        with bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007", "H2749"])
            page.keyboard.press("1")
            page.keyboard.press("2")
            self.wait_until_saved(page)
            bench.kill()
            page.keyboard.press("2")
            page.keyboard.press("5")
            page.keyboard.press("m")
            page.keyboard.type("said while the server was away")
            page.keyboard.press("Enter")
            page.wait_for_selector("[data-part=offline]:visible")
            self.assertIn("2 edits kept here", page.inner_text("[data-part=saved]"))
            keep_picture(page, "listen-offline-1280-light")
            bench.start()
            self.sign_in_again(bench, context)
            self.open(page, session)
            self.wait_until_saved(page)
            contents = [each["content"] for each in self.said(page, session)]
            self.assertEqual([each["type"] for each in contents], ["painPoint", "painPoint", "note"])
            self.assertEqual([each.get("severity") for each in contents], [2, 5, None])
            # Without a reload too.
            bench.kill()
            page.keyboard.press("3")
            page.keyboard.press("1")
            page.wait_for_selector("[data-part=offline]:visible")
            bench.start()
            self.sign_in_again(bench, context)
            self.wait_until_saved(page)
            self.assertEqual(len(self.said(page, session)), 4)

    def sign_in_again(self, bench, context):
        """In another tab, by the link that the new server printed."""
        page = context.new_page()
        page.goto(bench.link)
        page.get_by_role("button").click()
        page.wait_for_url(bench.address + "/")
        page.close()

    def test_two_screens_of_one_sitting_overwrite_nothing(self):
        with self.bench.context(LAPTOP) as context:
            one, session = self.sitting(context, ["D2007"])
            two = context.new_page()
            self.open(two, session)
            for choice, expected in [("mine", 3), ("theirs", 4)]:
                # This screen loses its line to the server while the other one speaks.
                two.route("**/events", lambda route: route.abort())
                two.keyboard.press("2")
                two.keyboard.press("3")
                two.wait_for_selector("[data-part=offline]:visible")
                one.keyboard.press("1")
                one.keyboard.press("4")
                self.wait_until_said(one, session, expected - 1 if choice == "mine" else expected)
                two.unroute("**/events")
                two.wait_for_selector("[data-part=conflict][open]", timeout=20_000)
                keep_picture(two, f"listen-conflict-{choice}-1280-light")
                self.assertIn("Hold too long", two.inner_text("[data-part=conflict-theirs]"))
                two.locator(f"button[value={choice}]").click()
                self.wait_until_saved(two)
                self.wait_until_said(one, session, expected)

    def wait_until_said(self, page, session, count):
        page.wait_for_function(
            """async ([id, count]) => {
              const sitting = await (await fetch(`/api/v1/sessions/${id}/listening`)).json();
              return sitting.calls.flatMap(({ annotations }) => annotations).length === count;
            }""", arg=[session, count])

    def test_two_people_tag_one_call(self):
        with self.bench.context(LAPTOP) as ana, self.bench.context_of("bo", LAPTOP) as bo:
            first, mine = self.sitting(ana, ["D2007"])
            second, theirs = self.sitting(bo, ["D2007"])
            for page in [first, second]:
                page.keyboard.press("1")
                page.keyboard.press("3")
                self.wait_until_saved(page)
            self.assertNotEqual(mine, theirs)
            self.assertEqual(len(self.said(first, mine)), 1)
            self.assertEqual(len(self.said(second, theirs)), 1)

    # Fields

    def test_hostile_text_is_only_text(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            for text in HOSTILE.values():
                page.locator("[name=text]").fill(text)
                page.locator("[data-part=say-form] [type=submit]").click()
            page.locator("[name=text]").fill(TOO_LONG)
            page.locator("[data-part=say-form] [type=submit]").click()
            self.assertIn("10000", page.inner_text("[data-part=say-error]"))
            page.locator("[name=text]").fill("")
            for field in ["[data-part=reason]", "[data-part=skip-reason]"]:
                if field.endswith("skip-reason]"):
                    page.locator("[data-action='skip-call']").click()
                page.locator(field).fill(HOSTILE["script"])
            page.locator("[data-part=skip-dialog] [value=cancel]").click()
            self.wait_until_saved(page)
            texts = [each["content"].get("text") for each in self.said(page, session)]
            self.assertEqual(texts, [text.strip() for text in HOSTILE.values()])
            for _ in range(2):
                self.assertIsNone(page.evaluate("window.broken ?? null"))
                self.assertEqual(page.locator(".saying").count(), len(HOSTILE))
                self.assertEqual(
                    page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0)
                self.open(page, session)

    # Craft

    def test_axe_finds_nothing(self):
        for scheme in ["light", "dark"]:
            for size in [PHONE, TABLET, LAPTOP, WALL]:
                with self.bench.context(size, scheme) as context:
                    page, _ = self.sitting(context, ["D2007", "H2749"], predicts=True)
                    self.look(page, f"listen-predictions-{size[0]}-{scheme}")
                    page.locator("button[value=pass]").click()
                    self.look(page, f"listen-{size[0]}-{scheme}")
                    for key in ["1", "4", "m"]:
                        page.keyboard.press(key)
                    page.keyboard.type("a note")
                    page.keyboard.press("Enter")
                    page.keyboard.press("3")
                    self.look(page, f"listen-tagged-{size[0]}-{scheme}")
                    page.keyboard.press("Escape")
                    page.keyboard.press("?")
                    self.look(page, f"listen-keys-{size[0]}-{scheme}")

    def look(self, page, name):
        page.wait_for_timeout(400)
        keep_picture(page, name)
        found = Axe().run(page, options={
            "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        with self.subTest(page=name):
            self.assertEqual(found.violations_count, 0, found.generate_report())
            self.assertEqual(page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0)

    def test_the_page_is_light(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            protocol = context.new_cdp_session(page)
            protocol.send("Network.enable")
            protocol.send("Network.setCacheDisabled", {"cacheDisabled": True})
            kinds, sizes = {}, {}
            protocol.on("Network.responseReceived", lambda event: kinds.update(
                {event["requestId"]: event["response"]["url"]}))
            protocol.on("Network.loadingFinished", lambda event: sizes.update(
                {event["requestId"]: event["encodedDataLength"]}))
            self.open(page, session)
            page.wait_for_timeout(500)
            weight = sum(size for request, size in sizes.items()
                         if not kinds.get(request, "").endswith(("audio.wav", "waveform")))
            print(f"page weight of Listen: {weight / 1000:.0f} kB in {len(sizes)} requests")
            self.assertLessEqual(weight, 150_000)


if __name__ == "__main__":
    unittest.main()
