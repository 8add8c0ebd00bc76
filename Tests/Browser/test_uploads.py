"""Recordings that are dropped on a page."""

import base64
import re
import unittest

from workbench import LAPTOP, Workbench

# Drops files, as bytes, on the zone; a browser lets no script make a real drop of the desktop.
DROP = """
([zone, files]) => {
  const carried = new DataTransfer();
  for (const { name, bytes } of files) {
    const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
    carried.items.add(new File([content], name));
  }
  for (const type of ["dragenter", "dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
    window.wasOver ||= zone.classList.contains("is-over");
  }
}
"""


class UploadTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Its own workspace: what is taken in here would be in the others' lists.
        cls.bench = Workbench()
        cls.addClassCleanup(cls.bench.stop)

    def recording(self, more=b"\0"):
        """A recording that the workspace does not have yet."""
        source = next((self.bench.folder / "Recordings").rglob("*.flac"))
        return source.read_bytes() + more

    def drop(self, page, *files):
        zone = page.locator("[data-upload]").element_handle()
        packed = [{"name": name, "bytes": base64.b64encode(bytes).decode()} for name, bytes in files]
        page.evaluate(DROP, [zone, packed])

    def line(self, page, number=0):
        return page.locator("[data-uploads] li").nth(number)

    def test_a_dropped_file_is_sent_and_taken_in(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/calls")
            self.drop(page, ("dropped_agent.flac", self.recording()))
            self.assertTrue(page.evaluate("window.wasOver"))
            line = self.line(page)
            line.get_by_text("is there and is being taken in").wait_for()
            self.assertEqual(line.locator("progress").get_attribute("value"), "1")
            self.assertFalse(page.locator("[data-upload].is-over").count())
            kept = next((self.bench.folder / "Recordings/Uploads").glob("dropped_agent*.flac"))
            self.assertEqual(kept.read_bytes(), self.recording())
            page.locator("[data-live-line]").wait_for(state="visible")

    def test_progress_is_shown_and_a_break_is_gone_on_with(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/calls")
            data = self.recording(b"\1" * (9 * 1024 * 1024))
            asked = []

            def pass_on(route):
                asked.append(route.request.headers["upload-offset"])
                # The second piece meets a broken line, once.
                if len(asked) == 2:
                    route.abort()
                else:
                    route.continue_()

            page.route(re.compile(r"/api/v1/uploads/\w+$"), pass_on)
            page.evaluate("""() => {
              window.shares = [];
              new MutationObserver(() => {
                for (const bar of document.querySelectorAll("[data-uploads] progress")) {
                  window.shares.push(bar.value);
                }
              }).observe(document.querySelector("[data-uploads]"),
                { subtree: true, childList: true, attributes: true, characterData: true });
            }""")
            self.drop(page, ("long.flac", data))
            line = self.line(page)
            line.get_by_text("goes on by itself").wait_for()
            line.get_by_text("is there and is being taken in").wait_for()
            shares = page.evaluate("window.shares")
            self.assertEqual(shares, sorted(shares))
            self.assertTrue(any(0 < share < 1 for share in shares), shares)
            # It went on where it broke, and sent nothing twice.
            self.assertEqual(asked[1], asked[2])
            kept = next((self.bench.folder / "Recordings/Uploads").glob("long*.flac"))
            self.assertEqual(kept.read_bytes(), data)

    def test_a_refused_file_says_why_and_does_not_stop_the_next(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/calls")
            hostile = "<img src=x onerror='window.broken=1'>.wav"
            self.drop(
                page, ("minutes.pdf", b"%PDF-1.7 no sound at all" * 40),
                (hostile, b"not a sound" * 400), ("empty.wav", b""),
                ("fine_agent.flac", self.recording(b"\2")))
            self.line(page, 3).get_by_text("is there and is being taken in").wait_for()
            for number, name, why in [
                (0, "minutes.pdf", "is PDF, which is not decoded"), (1, hostile, "is Text, which is not decoded"),
                (2, "empty.wav", "is empty"),
            ]:
                text = self.line(page, number).inner_text()
                self.assertTrue(text.startswith(name), text)
                self.assertIn(why, text)
                self.assertFalse(self.line(page, number).locator("progress").is_visible())
            self.assertIsNone(page.evaluate("window.broken ?? null"))
            kept = [path.name for path in (self.bench.folder / "Recordings/Uploads").iterdir()]
            self.assertFalse([name for name in kept if "minutes" in name or "img" in name], kept)

    def test_a_chosen_file_is_sent_too(self):
        with self.bench.context(LAPTOP) as context:
            page = context.new_page()
            page.goto("/calls")
            page.locator("[data-upload] input[type=file]").set_input_files(
                {"name": "chosen.flac", "mimeType": "audio/flac", "buffer": self.recording(b"\3")})
            self.line(page).get_by_text("is there and is being taken in").wait_for()


if __name__ == "__main__":
    unittest.main()
