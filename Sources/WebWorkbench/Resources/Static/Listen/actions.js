// What keys and buttons do, by the names that the table of keys has for it.

import { part } from "./element.js";
import { words } from "./words.js";

/** `page`: the player, the view, the tagging, and what the page itself does. */
export function actionsOf({ player, view, tagging, page }) {
  const withStretch = (act) => () => {
    const stretch = tagging.stretchAtHand;
    if (stretch) act(stretch); else page.say(words.nothingToLoop);
  };
  const hear = (sides) => {
    if (!tagging.takeSide(sides === "both" ? undefined : sides)) player.setSides(sides);
  };
  return {
    play: () => player.toggle(),
    start: () => player.seek(0),
    "back-10": () => player.seekBy(-10000),
    "on-10": () => player.seekBy(10000),
    "back-5": () => player.seekBy(-5000),
    "on-5": () => player.seekBy(5000),
    "back-1": () => player.seekBy(-1000),
    "on-1": () => player.seekBy(1000),
    slower: () => player.setSpeed(player.speed - 0.25),
    faster: () => player.setSpeed(player.speed + 0.25),
    "normal-speed": () => player.setSpeed(1),
    "skip-silence": () => player.setSkipping(!player.isSkipping),
    "agent-only": () => hear("agent"),
    "customer-only": () => hear("customer"),
    "both-sides": () => hear("both"),
    level: () => player.setLevelling(!player.isLevelling),
    "region-start": () => tagging.markStart(),
    "region-end": () => tagging.markEnd(),
    "clear-region": () => tagging.clearRegion(),
    loop: withStretch((stretch) => player.setLoop(player.loop ? undefined : stretch)),
    "play-region": withStretch((stretch) => player.playRegion(stretch)),
    "zoom-in": () => view.zoom(0.5, player.position),
    "zoom-out": () => view.zoom(2, player.position),
    "zoom-all": () => view.showAll(),
    "all-pain-points": () => page.openTagger(() => part("palette").querySelector("button")?.focus()),
    reason: () => page.openTagger(() => tagging.pickReason()),
    note: () => page.openTagger(() => tagging.write("note")),
    idea: () => page.openTagger(() => tagging.write("idea")),
    kudos: () => page.openTagger(() => tagging.write("kudos")),
    flag: () => tagging.flag(),
    "next-tag": () => tagging.selectNext(1),
    "previous-tag": () => tagging.selectNext(-1),
    "change-tag": () => page.openTagger(() => tagging.edit()),
    "remove-tag": () => tagging.remove(),
    undo: () => tagging.undo(),
    redo: () => tagging.redo(),
    finish: () => page.finish(),
    "next-call": () => page.move(1),
    "previous-call": () => page.move(-1),
    "skip-call": () => page.skipCall(),
    end: () => page.end(),
    search: () => { window.location.href = "/calls"; },
    help: () => page.showKeys(),
    tagger: () => page.toggleTagger(),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
      [`pain-point-${number}`, () => tagging.markNumber(number)])),
  };
}
