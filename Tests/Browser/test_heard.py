"""What counts as heard: what was played, seen or not, and nothing else."""

import unittest

from listening import PLAYING, ListenTest
from workbench import LAPTOP

# What a browser does to a page behind others: it is told so, and draws no more.
HIDE = """
() => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
  window.requestAnimationFrame = () => 0;
  document.dispatchEvent(new Event("visibilitychange"));
}
"""

# A span of the page's own clock: for what must not happen meanwhile.
A_WHILE = "() => new Promise((resolve) => setTimeout(resolve, 1500))"


class HeardTest(ListenTest):
    def test_only_what_was_played_counts_as_heard(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.play(page, until=2)
            position = self.pause(page)
            once = self.heard(page, session)
            self.assertLess(abs(once - position), 300)
            # Paused, nothing more is heard; and the same seconds again count once.
            page.evaluate(A_WHILE)
            page.keyboard.press("j")
            self.play(page, until=1)
            self.pause(page)
            self.assertLess(abs(self.heard(page, session) - once), 300)

    def test_what_a_seek_jumps_over_was_not_heard(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.play(page, until=1)
            page.keyboard.press("l")
            self.wait_for_clock(page, 11)
            position = self.pause(page)
            heard = self.heard(page, session)
            self.assertLess(abs(position - 10_000 - heard), 400)

    def test_a_hidden_page_that_plays_counts(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.play(page, until=0.5)
            page.evaluate(HIDE)
            hidden = self.clock(page)
            # It goes on playing, and tells of it by itself: nobody pauses it.
            self.wait_for_clock(page, hidden + 3)
            self.wait_until_heard(page, session, (hidden + 2) * 1000)
            self.assertTrue(page.evaluate(PLAYING))

    def test_a_hidden_page_that_is_paused_does_not_count(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.play(page, until=1)
            position = self.pause(page)
            page.evaluate(HIDE)
            page.evaluate(A_WHILE)
            self.wait_until_saved(page)
            self.assertLess(abs(self.heard(page, session) - position), 300)


if __name__ == "__main__":
    unittest.main()
