"""Fixes: the board, a page for each, and the forms."""

import unittest

from axe_playwright_python.sync_playwright import Axe

from hostile import HOSTILE, TOO_LONG
from workbench import LAPTOP, PHONE, Workbench, keep_picture, settle


class FixesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def fill(self, page, title, pain="hold-too-long", **more):
        page.goto("/initiatives")
        page.locator("summary", has_text="Register a fix").click()
        page.get_by_label("What it is", exact=True).fill(title)
        page.locator(f"input[name=pain][value={pain}]").check()
        page.get_by_label("Why it should help").fill(more.get("hypothesis", "They need not wait."))
        page.get_by_label("Sees to it").fill(more.get("owner", "Ana Ruiz"))
        page.get_by_label("Days of work").fill(more.get("effort", "2"))

    def register(self, page):
        page.get_by_role("button", name="Register").click()

    def test_the_board_has_every_fix_in_its_column(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/initiatives")
            for column, title in [
                ("waiting", "Say how long the hold will be"),
                ("waiting", "Three options instead of seven"),
                ("judged", "One name for every promise"),
                ("judged", "Notes that every desk can read"),
            ]:
                names = page.locator(f"[aria-labelledby=group-{column}] h3").all_inner_texts()
                self.assertIn(title, names)

    def test_a_fix_is_registered_shipped_and_given_up(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            self.fill(page, "Call back instead of hold")
            self.register(page)
            page.get_by_text("The fix is registered.").wait_for()
            self.assertIn("planned", page.inner_text(".pagehead"))
            page.get_by_role("button", name="It shipped").click()
            page.get_by_text("It is noted that it shipped.").wait_for()
            self.assertIn("shipped", page.inner_text(".pagehead"))
            page.get_by_label("Why", exact=True).fill("Too dear after all")
            page.get_by_role("button", name="Give it up").click()
            page.get_by_text("It is given up.").wait_for()
            rows = page.locator("table.history tbody tr")
            self.assertEqual(rows.count(), 3)
            self.assertIn("Too dear after all", rows.last.inner_text())
            self.assertEqual(page.locator("form.plan").count(), 0)

    def test_a_refused_form_keeps_what_was_written(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            self.fill(page, "Named owner", effort="two")
            problem = page.locator("#add-problem")
            for label, text, said in [
                ("What it is", "Something new", "There is a fix of that name already"),
                ("Days of work", "0", "Days of work is to be a number"),
                ("Days of work", "2", "out of range"),
            ]:
                self.register(page)
                problem.get_by_text(said).wait_for()
                page.get_by_label(label, exact=True).fill(text)
            self.assertEqual(page.get_by_label("Sees to it").input_value(), "Ana Ruiz")
            self.assertTrue(page.locator("input[name=pain][value=hold-too-long]").is_checked())

    def test_the_forms_work_without_scripts(self):
        with self.bench.context(java_script_enabled=False) as context:
            page = context.new_page()
            self.fill(page, "Registered without scripts")
            self.register(page)
            self.assertIn("/initiatives/registered-without-scripts", page.url)

    def test_a_win_is_celebrated_in_the_digest(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/digest")
            wins = page.locator(".win").all_inner_texts()
            self.assertEqual(len(wins), 1)
            self.assertIn("One name for every promise", wins[0])
            page.get_by_role("link", name="One name for every promise", exact=True).click()
            self.assertIn("It worked", page.inner_text(".verdict"))

    def test_hostile_text_is_only_text(self):
        with self.bench.context(PHONE) as context:
            page = context.new_page()
            for name, text in [*HOSTILE.items(), ("too long", TOO_LONG)]:
                text = " ".join(text.split())
                self.fill(page, text, hypothesis=text, owner=text)
                self.register(page)
                page.get_by_text("The fix is registered.").wait_for()
                for path in [page.url, "/initiatives", "/digest"]:
                    page.goto(path)
                    with self.subTest(text=name, path=path):
                        self.assertIsNone(page.evaluate("window.broken ?? null"))
                        self.assertEqual(page.evaluate(
                            "document.documentElement.scrollWidth - innerWidth"), 0)

    def test_axe_finds_nothing_in_the_open_form(self):
        for scheme in ["light", "dark"]:
            for size in [PHONE, LAPTOP]:
                with self.bench.context(size, scheme) as context:
                    page = context.new_page()
                    self.fill(page, "One more")
                    settle(page)
                    keep_picture(page, f"fixes-form-{size[0]}-{scheme}")
                    found = Axe().run(page)
                    with self.subTest(scheme=scheme, width=size[0]):
                        self.assertEqual(found.violations_count, 0, found.generate_report())


if __name__ == "__main__":
    unittest.main()
