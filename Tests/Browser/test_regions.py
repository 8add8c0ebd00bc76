"""Stretches of a call: made, moved and stretched by pointer and by keys; evidence that plays."""

import unittest

from listening import ListenTest
from workbench import LAPTOP

# The shortest a tag can be stretched to, in milliseconds.
SHORTEST = 200


class RegionTest(ListenTest):
    def lanes(self, page):
        page.wait_for_function(
            "() => document.querySelector('[data-part=lanes]').clientWidth > 0")
        return page.locator("[data-part=lanes]").bounding_box()

    def seconds(self, page):
        """How long the call is, as the server has it."""
        return page.evaluate("""async () => {
          const { dataset } = document.querySelector("[data-part=listen]");
          const call = document.querySelector("[data-part=calls-select]").value;
          const sitting = await (await fetch(`/api/v1/sessions/${dataset.sitting}/listening`)).json();
          return sitting.calls.find(({ id }) => id === call).milliseconds / 1000;
        }""")

    def drag(self, page, start, end):
        """Drags from one place of the screen to another, in steps as a hand does."""
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move((start[0] + end[0]) / 2, end[1], steps=4)
        page.mouse.move(*end, steps=4)
        page.mouse.up()

    def drag_out(self, page, share, other):
        """Drags a region out over the lanes, between two shares of their width."""
        box = self.lanes(page)
        height = box["y"] + box["height"] / 2
        self.drag(page, (box["x"] + box["width"] * share, height),
                  (box["x"] + box["width"] * other, height))

    def tagged(self, page, session, share=0.2, other=0.4):
        """A pain point over a region that was dragged out; it is selected."""
        self.drag_out(page, share, other)
        page.keyboard.press("1")
        page.keyboard.press("3")
        self.wait_until_saved(page)
        page.wait_for_selector(".region.is-selected[data-kind=painPoint]")
        return self.pain_range(page, session)

    def change(self, page, session, act):
        """What an act makes of the range; it waits until the server has it."""
        before = self.pain_range(page, session)
        act()
        self.wait_until_saved(page)
        return before, self.pain_range(page, session)

    def test_a_region_is_dragged_out_and_is_what_a_tag_stands_on(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            whole = self.seconds(page) * 1000
            start, end = self.tagged(page, session)
            self.assertAlmostEqual(start / whole, 0.2, delta=0.01)
            self.assertAlmostEqual(end / whole, 0.4, delta=0.01)
            # From right to left is the same region.
            self.drag_out(page, 0.8, 0.6)
            page.keyboard.press("2")
            page.keyboard.press("1")
            self.wait_until_saved(page)
            start, end = sorted(each["range"] for each in self.said(page, session))[1]
            self.assertAlmostEqual(start / whole, 0.6, delta=0.01)
            self.assertAlmostEqual(end / whole, 0.8, delta=0.01)

    def test_a_click_is_no_region_and_a_button_takes_one_back(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            box = self.lanes(page)
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
            self.assertEqual(page.inner_text("[data-part=region-state]"), "no region marked")
            self.drag_out(page, 0.2, 0.4)
            self.assertIn("region ", page.inner_text("[data-part=region-state]"))
            page.get_by_role("button", name="Clear region").click()
            self.assertEqual(page.inner_text("[data-part=region-state]"), "no region marked")

    def test_a_tag_is_moved_and_stretched_by_pointer(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.tagged(page, session)
            width = self.lanes(page)["width"]
            by = self.seconds(page) * 1000 * 80 / width

            def pull(selector, pixels):
                box = page.locator(selector).bounding_box()
                at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
                return self.change(
                    page, session, lambda: self.drag(page, at, (at[0] + pixels, at[1])))

            before, after = pull(".region.is-selected .region-name", 80)
            self.assertAlmostEqual(after[0] - before[0], by, delta=by / 20)
            self.assertEqual(after[1] - after[0], before[1] - before[0])
            before, after = pull(".region.is-selected [data-edge=end]", 80)
            self.assertEqual(after[0], before[0])
            self.assertAlmostEqual(after[1] - before[1], by, delta=by / 20)
            before, after = pull(".region.is-selected [data-edge=start]", -80)
            self.assertEqual(after[1], before[1])
            self.assertAlmostEqual(before[0] - after[0], by, delta=by / 20)
            # One edge does not pass the other, and nothing passes the end of the call.
            before, after = pull(".region.is-selected [data-edge=start]", width)
            self.assertEqual(after, [before[1] - SHORTEST, before[1]])
            before, after = pull(".region.is-selected [data-edge=end]", 2 * width)
            self.assertEqual(after[1], round(self.seconds(page) * 1000))
            page.keyboard.press("Control+z")
            self.wait_until_saved(page)
            self.assertEqual(self.pain_range(page, session), before)

    def test_a_tag_is_stretched_by_keys(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.tagged(page, session)
            for edge, index in [("start", 0), ("end", 1)]:
                handle = page.locator(f".region.is-selected [data-edge={edge}]")
                handle.focus()
                for key, by in [("ArrowRight", 100), ("Shift+ArrowLeft", -1000), ("ArrowUp", 100),
                                ("ArrowDown", -100), ("Shift+ArrowRight", 1000)]:
                    before, after = self.change(page, session, lambda: page.keyboard.press(key))
                    self.assertEqual(after[index] - before[index], by, key)
                    self.assertEqual(after[1 - index], before[1 - index], key)
                # The keys stay where they were, and the handle says where it stands.
                self.assertTrue(handle.evaluate("(handle) => handle === document.activeElement"))
                self.assertEqual(
                    int(handle.get_attribute("aria-valuenow")),
                    self.pain_range(page, session)[index])

    def test_a_tag_is_set_by_writing_its_times(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            self.tagged(page, session)
            page.locator("[data-part=time-start]").fill("0:12.5")
            page.keyboard.press("Enter")
            page.locator("[data-part=time-end]").fill("0:20")
            page.keyboard.press("Enter")
            self.wait_until_saved(page)
            self.assertEqual(self.pain_range(page, session), [12_500, 20_000])
            page.locator("[data-part=time-end]").fill("0:02")
            page.keyboard.press("Enter")
            self.assertIn("after the start", page.inner_text("[data-part=time-error]"))
            self.assertEqual(self.pain_range(page, session), [12_500, 20_000])


class ClipTest(ListenTest):
    """Evidence that plays where it stands."""

    HEAR = """
    const Original = window.Audio;
    window.Audio = class extends Original {
      constructor(...all) { super(...all); window.clip = this; }
    };
    """

    def test_a_clip_plays_its_seconds_and_stops(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.add_init_script(self.HEAR)
            page.goto("/digest?week=2026-W47")
            clip = page.locator(".clip[data-start]").first
            start, end = (int(clip.get_attribute(name)) for name in ["data-start", "data-end"])
            clip.get_by_role("button", name="Play").click()
            self.assertEqual(clip.get_by_role("button").inner_text(), "Stop")
            page.wait_for_function("() => !window.clip.paused && !window.clip.seeking")
            # Half a second before, so that it does not begin in a word.
            self.assertGreaterEqual(page.evaluate("window.clip.currentTime * 1000"), start - 501)
            # Near the end without waiting for all of it.
            page.evaluate("(second) => { window.clip.currentTime = second; }", end / 1000 - 0.4)
            page.wait_for_function("() => window.clip.paused")
            self.assertGreaterEqual(page.evaluate("window.clip.currentTime * 1000"), end)
            self.assertEqual(clip.get_by_role("button").inner_text(), "Play")

    def test_another_clip_stops_the_first(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.add_init_script(self.HEAR)
            page.goto("/digest?week=2026-W47")
            clips = page.locator(".clip[data-start]")
            clips.nth(0).get_by_role("button").click()
            page.wait_for_function("() => !window.clip.paused")
            clips.nth(1).get_by_role("button").click()
            page.wait_for_function("() => !window.clip.paused")
            self.assertEqual(clips.nth(0).get_by_role("button").inner_text(), "Play")
            self.assertEqual(clips.nth(1).get_by_role("button").inner_text(), "Stop")
            clips.nth(1).get_by_role("button").click()
            page.wait_for_function("() => window.clip.paused")
            self.assertEqual(clips.nth(1).get_by_role("button").inner_text(), "Play")


if __name__ == "__main__":
    unittest.main()
