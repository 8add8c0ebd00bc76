"""A sitting in a browser: by keyboard, by touch, on every screen."""

import unittest

from axe_playwright_python.sync_playwright import Axe

from hostile import HOSTILE, TOO_LONG
from listening import ListenTest
from workbench import LAPTOP, PHONE, TABLET, WALL, keep_picture, settle


class SittingTest(ListenTest):
    # A whole sitting

    def test_a_whole_sitting_by_keyboard_only(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007", "H2749"], predicts=True)
            keys = page.keyboard
            # Expectations: the first reason, as it is offered, sealed with Enter. Whoever has pressed a
            # key is not cut off, however long it takes them.
            keys.press("Shift+Tab")
            for _ in range(40):
                if page.evaluate("document.activeElement.type === 'checkbox'"):
                    break
                keys.press("Tab")
            keys.press("Space")
            page.locator("button[value=seal]").focus()
            keys.press("Enter")
            self.play(page, until=1)
            before = self.clock(page)
            keys.press("l")
            self.wait_for_clock(page, before + 9)
            keys.press("[")
            self.assertIn("from", page.inner_text("[data-part=region-state]"))
            self.wait_for_clock(page, self.clock(page) + 1)
            keys.press("]")
            self.assertRegex(page.inner_text("[data-part=region-state]"), r"\d:\d\d.*\d:\d\d")
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

    def test_every_edit_can_be_undone_and_done_again(self):
        """However many there are: the page knows the last ones, and the server the others."""
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            edits, at_once = 24, 8

            def press(key):
                for _ in range(edits // at_once):
                    for _ in range(at_once):
                        page.keyboard.press(key)
                    self.wait_until_saved(page)

            press("f")
            self.wait_until_said(page, session, edits)
            press("Control+z")
            self.wait_until_said(page, session, 0)
            self.assertTrue(page.locator("[data-part=undo]").is_disabled())
            press("Control+Shift+z")
            self.wait_until_said(page, session, edits)
            self.assertTrue(page.locator("[data-part=redo]").is_disabled())

    def test_a_whole_sitting_by_touch(self):
        with self.bench.context(TABLET, has_touch=True, is_mobile=True) as context:
            page, session = self.sitting(context, ["D2007", "H2749"])
            page.locator("[data-part=play]").tap()
            self.wait_for_clock(page, 1)
            page.locator("[data-action='on-10']").tap()
            self.wait_for_clock(page, 10)
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

    def drag(self, context, page, x, y, by):
        session = context.new_cdp_session(page)
        def send(kind, place):
            session.send("Input.dispatchTouchEvent", {
                "type": kind, "touchPoints": [] if place is None else [{"x": place, "y": y}]})
        send("touchStart", x)
        for step in range(1, 7):
            send("touchMove", x + by * step / 6)
        # A finger that rests before it leaves: one that is flung off has the browser take the next
        # tap for the end of a scroll.
        page.wait_for_timeout(150)
        send("touchMove", x + by)
        send("touchEnd", None)

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
        for scheme, sizes in [("light", [PHONE, TABLET, LAPTOP, WALL]), ("dark", [PHONE, LAPTOP])]:
            for size in sizes:
                with self.bench.context(size, scheme) as context:
                    page, _ = self.sitting(context, ["D2007", "H2749"], predicts=True)
                    # A key stops the countdown: looking takes longer than ten seconds here and there.
                    page.keyboard.press("Tab")
                    self.look(page, f"listen-predictions-{size[0]}-{scheme}")
                    self.pass_predictions(page)
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
        settle(page)
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
            page.wait_for_load_state("networkidle")
            # What is not known by its address was asked for by the page that stood here before.
            weight = sum(size for request, size in sizes.items() if request in kinds
                         and not kinds[request].endswith(("audio.wav", "waveform")))
            print(f"page weight of Listen: {weight / 1000:.0f} kB in {len(sizes)} requests")
            self.assertLessEqual(weight, 150_000)


if __name__ == "__main__":
    unittest.main()
