"""Every page, light and dark, narrow and wide."""

import unittest

from axe_playwright_python.sync_playwright import Axe

from hostile import HOSTILE, TOO_LONG
from workbench import LAPTOP, PATIENCE, PHONE, TABLET, WALL, Workbench, keep_picture, settle

PAGES = {
    "week": "/",
    "wall": "/wall",
    "listen": "/listen",
    "calls": "/calls",
    "calls-filtered": "/calls?queue=Billing&hold-over=10&order=mostHoldFirst",
    "calls-of-draw": "/calls?frame=weekly-2026-W47&group=Dublin&picked=yes",
    "calls-none": "/calls?queue=nothing",
    "call": "/calls/D2007",
    "call-incomplete": "/calls/H2596",
    "digest": "/digest?week=2026-W47",
    "digest-none": "/digest?week=2026-W20",
    "digest-sums": "/digest/sums/hold-too-long?week=2026-W47",
    "how-we-know": "/digest/how-we-know?week=2026-W47",
    "digest-calls": "/digest/calls?week=2026-W47&of=counted",
    "digest-calls-in-part": "/digest/calls?week=2026-W47&of=reason:cancel",
    "fixes": "/initiatives",
    "fix-worked": "/initiatives/named-owner",
    "fix-waiting": "/initiatives/new-menu",
    "agreement": "/agreement",
    "agreement-none": "/agreement?week=2026-W20",
    "agreement-calls": "/agreement/calls?of=severity",
    "side-by-side": "/agreement/calls/D1819",
    "expectations": "/expectations",
    "expectations-of-one": "/expectations/exec-1",
    "sessions": "/sessions",
    "session": "/sessions/2026-11-16-exec-1",
    "ideas": "/ideas",
    "ideas-none": "/ideas?text=nothingatall",
    "help": "/help",
    "not-found": "/nowhere",
}

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

# Where what is hard to use is looked for: both layouts, both sets of colours.
CHECKED = [("light", PHONE), ("light", LAPTOP), ("dark", LAPTOP)]

# Where something can be written on a page that asks.
FIELDS = "main form[method=get] input:visible:not([type=date])"


class PagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def test_axe_finds_nothing_before_signing_in(self):
        for scheme in ["light", "dark"]:
            with self.bench.context(LAPTOP, scheme, signed_in=False) as context:
                page = context.new_page()
                page.goto("/")
                self.assertIn("Sign in first", page.inner_text("h1"))
                found = Axe().run(page, options={"runOnly": RULES})
                self.assertEqual(found.violations_count, 0, found.generate_report())

    def test_every_page_in_light_and_dark_narrow_and_wide(self):
        for scheme, sizes in [("light", [PHONE, TABLET, LAPTOP, WALL]), ("dark", [PHONE, LAPTOP])]:
            for size in sizes:
                with self.bench.context(size, scheme) as context:
                    page = context.new_page()
                    complaints = []
                    page.on("console", lambda message: complaints.append(message.text)
                            if message.type in ("error", "warning") else None)
                    page.on("pageerror", lambda error: complaints.append(str(error)))
                    for name, path in PAGES.items():
                        complaints.clear()
                        page.goto(path)
                        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
                        page.wait_for_load_state("load")
                        page.evaluate("window.scrollTo(0, 0)")
                        settle(page)
                        keep_picture(page, f"{name}-{size[0]}-{scheme}")
                        with self.subTest(page=name, scheme=scheme, width=size[0]):
                            self.assertEqual(self.excess(page), 0)
                            self.assertEqual(self.cramped(page), [])
                            self.assertEqual(
                                [text for text in complaints if "404" not in text], [])
                            # What is hard to use goes by what is on the page and by its colours.
                            if (scheme, size) in CHECKED:
                                found = Axe().run(page, options={"runOnly": RULES})
                                self.assertEqual(
                                    found.violations_count, 0, found.generate_report())

    def excess(self, page):
        """How much wider than the screen the page is, in pixels."""
        return page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def cramped(self, page):
        """The pages in the navigation whose names run out of their places."""
        return page.evaluate(
            """[...document.querySelectorAll(".top nav a")]
                .filter((link) => link.scrollWidth > link.clientWidth)
                .map((link) => link.textContent)""")

    def test_nothing_moves_for_whoever_asked_for_that(self):
        with self.bench.context(PHONE, reduced_motion="reduce") as context:
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto(path)
                with self.subTest(page=name):
                    self.assertEqual(page.evaluate("""() => [...document.querySelectorAll("*")]
                      .filter((each) => {
                        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
                        return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
                      }).map(({ outerHTML }) => outerHTML.slice(0, 80))"""), [])

    def test_hostile_text_in_every_field_is_only_text(self):
        # Wherever something can be written into a page that asks; what changes something is tried
        # where it is changed.
        with self.bench.context(PHONE) as context:
            page = context.new_page()
            for path in ["/calls", "/digest", "/sessions", "/ideas"]:
                for name, text in HOSTILE.items():
                    page.goto(path)
                    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
                    fields = page.locator(FIELDS)
                    for number in range(fields.count()):
                        fields.nth(number).fill(text[:400])
                    page.locator("main form[method=get] button[type=submit]").first.click()
                    self.assert_harmless(page, path, name)
                page.goto(path)
                page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
                # Pasted: a field takes as much as an address can carry.
                page.locator(FIELDS).first.focus()
                page.keyboard.insert_text(TOO_LONG)
                page.locator("main form[method=get] button[type=submit]").first.click()
                self.assert_harmless(page, path, "10,000 characters")

    def assert_harmless(self, page, path, name):
        with self.subTest(path=path, text=name):
            self.assertEqual(page.locator("h1").count(), 1)
            self.assertIsNone(page.evaluate("window.broken ?? null"))
            self.assertEqual(self.excess(page), 0)

    def test_a_hostile_name_of_a_listener_is_only_text(self):
        for name, text in HOSTILE.items():
            with self.bench.context_of(text[:80], PHONE) as context:
                page = context.new_page()
                page.goto("/")
                self.assert_harmless(page, "/", name)

    def test_everything_works_without_scripts(self):
        with self.bench.context(java_script_enabled=False) as context:
            page = context.new_page()
            page.goto("/calls")
            page.get_by_label("Words in notes").fill("back")
            page.get_by_role("button", name="Show").click()
            self.assertIn("text=back", page.url)
            page.get_by_role("link", name="Digest").click()
            self.assertIn("/digest", page.url)

    def test_the_keyboard_reaches_everything_and_focus_is_seen(self):
        with self.bench.context() as context:
            page = context.new_page()
            page.goto("/calls")
            page.keyboard.press("Tab")
            self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
            page.keyboard.press("Enter")
            self.assertEqual(page.evaluate("document.activeElement.id"), "main")
            page.keyboard.press("Tab")
            outline = page.evaluate(
                "getComputedStyle(document.activeElement).outlineStyle")
            self.assertEqual(outline, "solid")

    def test_the_digest_prints_without_controls(self):
        with self.bench.context() as context:
            page = context.new_page()
            page.goto(PAGES["digest"])
            page.emulate_media(media="print")
            for text in ["Download", "Earlier", "Sign out"]:
                self.assertFalse(page.get_by_text(text, exact=True).first.is_visible(), text)
            self.assertTrue(page.locator("h1").is_visible())
            page.keyboard.press("Escape")
            pdf = page.pdf(format="A4", prefer_css_page_size=True)
            self.assertTrue(pdf.startswith(b"%PDF"))

    def test_a_clip_leads_to_its_second(self):
        with self.bench.context() as context:
            page = context.new_page()
            page.goto(PAGES["digest"])
            page.locator("[data-clip] a").first.click()
            self.assertIn("/calls/", page.url)
            anchor = page.url.split("#")[1]
            self.assertTrue(page.locator(f"#{anchor}").is_visible())


class NewsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench.shared()

    def test_an_open_page_is_told_of_a_change_elsewhere(self):
        with self.bench.context() as context:
            watching = context.new_page()
            watching.goto("/calls/H2749")
            watching.wait_for_load_state("load")
            with watching.expect_event("domcontentloaded", timeout=PATIENCE):
                changing = context.new_page()
                # The stream must stand before the change, or there is nobody to tell.
                self.wait_until_listening(watching)
                changing.goto("/calls/H2749")
                changing.get_by_role("button", name="Exchange agent and customer").click()
                changing.wait_for_selector("text=Agent and customer are exchanged.")
                line = watching.locator("[data-live-line]")
                line.wait_for(state="visible")
                self.assertIn("something new", line.inner_text())
                watching.get_by_role("button", name="Show it").click()

    def test_a_recording_that_appears_is_taken_in(self):
        source = next((self.bench.folder / "Recordings").rglob("*.flac"))
        with self.bench.context() as context:
            page = context.new_page()
            page.goto("/calls")
            self.wait_until_listening(page)
            # The same sound twice would be one call: one more byte behind it makes another.
            copy = self.bench.folder / "Recordings" / "new_agent.flac"
            copy.write_bytes(source.read_bytes() + b"\0")
            line = page.locator("[data-live-line]")
            line.wait_for(state="visible")

    def wait_until_listening(self, page):
        page.wait_for_selector("[data-live-line][data-is-listening]", state="attached")


if __name__ == "__main__":
    unittest.main()
