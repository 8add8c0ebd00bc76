"""What the tests of the Listen page share: sittings, what the server knows of them, and an ear."""

import unittest

from workbench import LAPTOP, Workbench

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

# Nothing that was edited waits for the server any more.
SAVED = "() => !Object.keys(localStorage).some((key) => key.startsWith('earful.edit.'))"

PLAYING = "() => document.querySelector('[data-part=play]').classList.contains('is-playing')"


class ListenTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def setUp(self):
        self.complaints = []

    def tearDown(self):
        self.assertEqual(self.complaints, [])

    # Sittings

    def sitting(self, context, calls, predicts=False):
        """A page with a new sitting over some calls."""
        page = context.new_page()
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
        if passes:
            self.pass_predictions(page)

    def pass_predictions(self, page):
        """Passes what is expected, where it is asked; the question may go away by itself meanwhile."""
        page.evaluate("""() => {
          const dialog = document.querySelector("[data-part=predictions]");
          if (dialog.open) dialog.querySelector("button[value=pass]").click();
        }""")
        page.wait_for_function("() => !document.querySelector('dialog:modal')")

    # What the server knows

    def state(self, page, session):
        return page.evaluate(
            "(id) => fetch(`/api/v1/sessions/${id}/listening`).then((answer) => answer.json())",
            session)

    def said(self, page, session):
        return [each for call in self.state(page, session)["calls"] for each in call["annotations"]]

    def pain_range(self, page, session):
        return [each for each in self.said(page, session)
                if each["content"]["type"] == "painPoint"][0]["range"]

    def heard(self, page, session):
        """Milliseconds of the first call."""
        ranges = self.state(page, session)["calls"][0]["heard"]
        return sum(end - start for start, end in ranges)

    def wait_until_saved(self, page):
        page.wait_for_function(SAVED)

    def wait_until_heard(self, page, session, least):
        """Waits until the server has so many milliseconds of the first call as heard."""
        page.wait_for_function(
            """async ([id, least]) => {
              const sitting = await (await fetch(`/api/v1/sessions/${id}/listening`)).json();
              return sitting.calls[0].heard.reduce((sum, [start, end]) => sum + end - start, 0) >= least;
            }""", arg=[session, least])

    def wait_until_said(self, page, session, count):
        page.wait_for_function(
            """async ([id, count]) => {
              const sitting = await (await fetch(`/api/v1/sessions/${id}/listening`)).json();
              return sitting.calls.flatMap(({ annotations }) => annotations).length === count;
            }""", arg=[session, count])

    # Playing

    def play(self, page, until=0.0):
        """Plays by key, and goes on to a second of the call."""
        page.keyboard.press("k")
        page.wait_for_function(PLAYING)
        self.wait_for_clock(page, until)

    def wait_for_clock(self, page, second):
        page.wait_for_function(
            "(second) => window.tap && window.tap.element.currentTime >= second", arg=second)

    def clock(self, page):
        """Where the call stands, in seconds."""
        return page.evaluate("window.tap.element.currentTime")

    def pause(self, page):
        """Pauses by key; gives where, in milliseconds, when all up to there was told."""
        page.evaluate("""() => {
          const { element } = window.tap;
          // The page's own listener came first: what it tells is in the queue then.
          window.paused = new Promise((resolve) => element.addEventListener("pause", resolve, { once: true }));
        }""")
        page.keyboard.press("k")
        page.evaluate("window.paused")
        self.wait_until_saved(page)
        return page.evaluate("window.tap.element.currentTime * 1000")

    def new_context(self, **more):
        return self.bench.context(LAPTOP, **more)
