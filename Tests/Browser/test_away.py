"""The server away, and one sitting on two screens."""

import unittest

from listening import ListenTest
from workbench import LAPTOP, Workbench, keep_picture


class AwayTest(ListenTest):
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
                two.wait_for_selector("[data-part=conflict][open]")
                keep_picture(two, f"listen-conflict-{choice}-1280-light")
                self.assertIn("Hold too long", two.inner_text("[data-part=conflict-theirs]"))
                two.locator(f"button[value={choice}]").click()
                self.wait_until_saved(two)
                self.wait_until_said(one, session, expected)

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


if __name__ == "__main__":
    unittest.main()
