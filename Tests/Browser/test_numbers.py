"""Every number opens its calls: as many as it says, each with the seconds in it."""

import re
import unittest

from workbench import LAPTOP, PATIENCE, Workbench

WEEK = "/digest?week=2026-W47"


class NumbersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def setUp(self):
        self.context = self.bench.context(LAPTOP)
        self.page = self.context.__enter__().new_page()

    def tearDown(self):
        self.context.__exit__(None, None, None)

    def opened(self, path):
        """How many calls a link opens: in the library, behind a number, or side by side."""
        self.page.goto(path)
        if path.startswith("/calls"):
            return number(self.page.inner_text("[role=status]"))
        lead = self.page.inner_text(".lead")
        if lead == "There is no such call.":
            return 0
        # Those chosen by hand stand there too, and count in no number.
        by_hand = re.search(r"(\d+) more w", lead)
        # Those that wait for a second listener, who may be the reader, are counted and not listed.
        kept = re.search(r"(\d+) (is|are) kept fresh", lead)
        all_of_them = (number(lead) + (number(by_hand[1]) if by_hand else 0)
                       - (number(kept[1]) if kept else 0))
        self.assertEqual(self.page.locator(".behind > li").count(), min(all_of_them, 100), path)
        # A reason counts in part where listeners differ; a pain point was heard or not.
        if "reason" in path and "together they are" in lead:
            return number(lead.split("together they are ")[1])
        return number(lead)

    def links(self, selector):
        """The numbers in some links, and where they lead."""
        return [(number(text), path) for text, path in self.page.locator(selector).evaluate_all(
            "links => links.map(link => [link.innerText, link.getAttribute('href')])")]

    def link(self, text, within="main"):
        return self.page.locator(f"{within} a", has_text=text).first.get_attribute("href")

    def check(self, expected):
        self.assertTrue(expected)
        for count, path in expected:
            with self.subTest(path=path):
                self.assertEqual(self.opened(path), count)

    def test_the_sample_and_the_method(self):
        self.page.goto(WEEK)
        lead = self.page.inner_text(".sheet > .lead")
        heard, population = map(int, re.match(r"(\d+) of (\d+) calls", lead).groups())
        by_hand = number(re.search(r"(\d+) more call", lead)[1])
        method = self.page.inner_text("main")
        twice = number(re.search(r"(\d+) calls were heard by two", method)[1])
        self.check([
            (heard, self.link("Calls that count")), (population, self.link("All calls of these days")),
            (by_hand, self.link("Chosen by hand")), (twice, self.link("Heard by two or more")),
        ])

    def test_the_groups(self):
        self.page.goto(WEEK)
        self.check(self.links(".sheet section:last-of-type td.number a"))

    def test_the_reasons(self):
        self.page.goto(WEEK)
        rows = self.page.locator("section[aria-labelledby=reasons] tbody tr").evaluate_all(
            """rows => rows.map(row => [row.cells[2].innerText, row.querySelector('th a').getAttribute('href'),
                row.cells[3].innerText, row.cells[3].querySelector('a')?.getAttribute('href')])""")
        expected = []
        for now, link, before, earlier in rows:
            expected.append((number(now), link))
            if earlier:
                expected.append((number(before), earlier))
        self.check(expected[:12])

    def test_the_holds_and_the_losses(self):
        self.page.goto(WEEK)
        told, held = map(int, re.search(
            r"Of (\d+) calls whose record tells, (\d+) were", self.page.inner_text("main")).groups())
        lost = self.page.locator("p.loss a").first
        self.check([
            (held, self.link("Put on hold")), (told, self.link("All whose record tells")),
            (number(lost.inner_text()), lost.get_attribute("href")),
        ])

    def test_the_lines_and_their_weeks(self):
        self.page.goto(WEEK)
        for finding in self.page.locator("article.finding[id^=pain-]").all()[:6]:
            heard = re.search(r"[Hh]eard in (\d+) of", finding.inner_text())
            path = finding.locator("a", has_text="All its calls").get_attribute("href")
            sums = finding.locator("a", has_text="How this is reckoned").get_attribute("href")
            with self.subTest(path=path):
                with self.bench.context(LAPTOP) as context:
                    self.page, page = context.new_page(), self.page
                    self.assertEqual(self.opened(path), int(heard[1]))
                    self.page.goto(sums)
                    weeks = self.page.locator("section:last-of-type tbody tr").evaluate_all(
                        """rows => rows.map(row => [row.cells[2].innerText,
                            row.querySelector('a').getAttribute('href')])""")
                    self.check([(number(count), path) for count, path in weeks[-3:]])
                    self.page = page

    def test_both_sides_of_a_fix(self):
        self.page.goto("/initiatives/named-owner")
        sides = self.links(".pair .note a")
        self.assertEqual(len(sides), 2)
        before, after = self.page.locator(".pair dd > span:not(.note) a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))")
        self.check(sides)
        # It worked: there are more of them before.
        self.assertGreater(self.opened(before), self.opened(after))

    def test_agreement(self):
        self.page.goto("/agreement")
        rows = self.page.locator("section[aria-labelledby=tags] tbody tr").evaluate_all(
            """rows => rows.map(row => [...row.querySelectorAll('td a')].map(
                link => [link.innerText, link.getAttribute('href')]))""")
        expected = [(number(text.split(" of ")[1]), path) for row in rows for text, path in row]
        self.check(expected[:8] + self.links("section[aria-labelledby=rest] td a"))

    def test_expectations(self):
        self.page.goto("/expectations/exec-1")
        section = self.page.locator("section.finding").first
        counted = section.locator("h2 a").nth(1)
        measured = number(counted.inner_text().split("measured from ")[1])
        self.check([(measured, counted.get_attribute("href"))])
        self.page.goto("/expectations")
        link = self.page.locator("section[aria-labelledby=reasons] td, th").locator("a").first
        link.click()
        self.page.wait_for_url("**/digest/calls?**")
        self.assertGreater(self.page.locator(".behind > li").count(), 0)

    def test_a_moment_plays_where_it_stands_and_only_where_there_is_sound(self):
        self.page.goto("/digest/calls?week=2026-W47&of=pain-point:data-leak")
        play = self.page.get_by_role("button", name="Play")
        play.click()
        self.page.get_by_role("button", name="Stop").wait_for(timeout=PATIENCE)
        self.page.goto("/calls/H2922")
        self.assertIn("The recording was deleted", self.page.inner_text("main"))
        self.assertEqual(self.page.get_by_role("button", name="Play").count(), 0)
        self.page.goto("/digest/calls?week=2026-W47&of=counted")
        silent = self.page.locator(".behind > li[data-call=H2922]")
        self.assertEqual(silent.locator(".clip").count(), 2)
        self.assertEqual(silent.get_by_role("button").count(), 0)
        silent.locator(".clip a").first.click()
        self.page.wait_for_url("**/calls/H2922#t152")


def number(text):
    """The first number in a text, a whole one where it is whole."""
    value = float(re.search(r"[\d,]*\d(\.\d+)?", text)[0].replace(",", ""))
    return int(value) if value == int(value) else value


if __name__ == "__main__":
    unittest.main()
