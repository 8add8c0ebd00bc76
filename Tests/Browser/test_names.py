"""Names of calls from one character to three hundred, on every page that shows them."""

import csv
import unittest
from urllib.parse import quote

from listening import ListenTest
from workbench import LAPTOP, PHONE, Workbench, earful, keep_picture, settle

NAMES = {
    "one": "7",
    "usual": "2026-11-18_10-42-07_Billing_A-117",
    "eighty": "x80-" + "long-name-" * 7 + "ends80",
    "spaced": ("A recorder that writes the whole menu path into its names, with spaces " * 3)[:150].strip(),
    "unbroken": "u" * 200,
    "longest": ("2026-11-18T10:42:07_inbound_queue-Billing_site-Hermosillo_agent-A-117_" * 5)[:300],
    "rtl": "שיחה עם לקוח " * 8 + "end",
}


def add(folder):
    """Calls of those names, each with a sound of its own."""
    source = next((folder / "Recordings").rglob("*.flac"))
    with open(folder / "Recordings/names.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["call_id", "started_at", "direction", "queue", "site", "agent", "file"])
        for number, (kind, name) in enumerate(NAMES.items()):
            recording = folder / "Recordings" / f"name-{kind}.flac"
            recording.write_bytes(source.read_bytes() + bytes([number]))
            rows.writerow([name.strip(), f"2026-11-18T1{number}:00:00+00:00", "inbound",
                           "Billing", "Hermosillo", "A-117", recording.name])
    earful(folder, "ingest", "--metadata", "Recordings/names.csv")


class NamesTest(ListenTest):
    @classmethod
    def setUpClass(cls):
        cls.bench = Workbench(prepare=add)
        cls.addClassCleanup(cls.bench.stop)

    def assert_whole(self, page, name):
        """Nothing is wider than the screen, or lies upon something else."""
        settle(page)
        keep_picture(page, name)
        with self.subTest(page=name):
            self.assertEqual(page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0)
            self.assertEqual(page.evaluate("""() => {
              const text = [...document.querySelectorAll("h1, h2, bdi, select, button, .chips li")];
              return text.filter((each) => each.checkVisibility() && !each.closest(".scroll, .hidden, nav, .transport-sound"))
                .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
                .map((each) => each.outerHTML.slice(0, 120));
            }"""), [])

    def test_every_length_of_a_name_fits(self):
        for size in [PHONE, LAPTOP]:
            with self.bench.context(size) as context:
                page, session = self.sitting(context, [name.strip() for name in NAMES.values()])
                for kind in NAMES:
                    page.keyboard.press("1")
                    page.keyboard.press("5")
                    self.wait_until_saved(page)
                    self.assert_whole(page, f"name-{kind}-listen-{size[0]}")
                    # The lanes stay in sight, and large enough to point at.
                    lanes = page.locator("[data-part=lanes]").bounding_box()
                    with self.subTest(name=kind, width=size[0]):
                        self.assertGreaterEqual(lanes["height"], 100)
                        self.assertLess(lanes["y"] + lanes["height"], size[1] * 0.75)
                    page.keyboard.press("Control+ArrowDown")
                for name, path in [
                    ("calls", "/calls?queue=Billing&from=2026-11-18&to=2026-11-18"),
                    ("digest", "/digest?week=2026-W47"), ("week", "/"),
                    ("session", f"/sessions/{session}"),
                    *((f"call-{kind}", "/calls/" + quote(name.strip(), safe=""))
                      for kind, name in NAMES.items()),
                ]:
                    page.goto(path)
                    self.assert_whole(page, f"name-{name}-{size[0]}")


if __name__ == "__main__":
    unittest.main()
