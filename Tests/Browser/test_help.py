"""Keys that are changed and switched off on the Help page, and what the Listen page makes of it."""

import unittest

from listening import PLAYING, ListenTest
from workbench import LAPTOP


class KeysTest(ListenTest):
    def row(self, page, action):
        return page.locator(f"tr[data-action={action}]")

    def press_new(self, page, action, key):
        self.row(page, action).get_by_role("button", name="Change").click()
        page.keyboard.press(key)

    def told(self, page, act):
        """Does something on another page, and waits until this one was told of it."""
        page.evaluate("""() => {
          window.told = new Promise((resolve) => window.addEventListener("storage", resolve, { once: true }));
        }""")
        act()
        page.evaluate("window.told")

    def keys(self, page, action):
        return self.row(page, action).locator("[data-keys-shown] kbd").all_inner_texts()

    def test_a_key_is_changed_used_and_put_back(self):
        with self.bench.context(LAPTOP) as context:
            page, _ = self.sitting(context, ["D2007"])
            help_page = context.new_page()
            help_page.goto("/help")
            before = self.keys(help_page, "play")
            # The other tab knows at once; the old key does nothing any more.
            self.told(page, lambda: self.press_new(help_page, "play", "y"))
            self.assertEqual(self.keys(help_page, "play"), ["Y"])
            page.keyboard.press("k")
            self.assertFalse(page.evaluate(PLAYING))
            page.keyboard.press("y")
            page.wait_for_function(PLAYING)
            page.keyboard.press("y")
            page.wait_for_function(f"() => !({PLAYING})()")
            # It stays over a reload, and can be put back.
            help_page.reload()
            self.assertEqual(self.keys(help_page, "play"), ["Y"])
            self.told(page, self.row(help_page, "play").locator("[data-reset]").click)
            self.assertEqual(self.keys(help_page, "play"), before)
            page.keyboard.press("k")
            page.wait_for_function(PLAYING)

    def test_a_key_that_is_taken_is_refused_in_words(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/help")
            before = self.keys(page, "play")
            self.press_new(page, "play", "f")
            self.assertEqual(self.keys(page, "play"), before)
            owner = self.row(page, "flag").locator("th").inner_text()
            self.assertIn(owner, page.locator("[role=status]:not([data-live-line])").all_inner_texts()[0])
            # Escape changes nothing.
            self.press_new(page, "play", "Escape")
            self.assertEqual(self.keys(page, "play"), before)

    def test_keys_are_switched_off(self):
        with self.bench.context(LAPTOP) as context:
            page, session = self.sitting(context, ["D2007"])
            help_page = context.new_page()
            help_page.goto("/help")
            box = help_page.get_by_label("No keys in this browser")
            self.told(page, box.check)
            for key in ["k", "1", "f", "]"]:
                page.keyboard.press(key)
            self.assertFalse(page.evaluate(PLAYING))
            self.assertEqual(self.said(page, session), [])
            self.told(page, box.uncheck)
            page.keyboard.press("f")
            self.wait_until_said(page, session, 1)


if __name__ == "__main__":
    unittest.main()
