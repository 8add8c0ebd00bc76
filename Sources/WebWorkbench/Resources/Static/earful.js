// What every page does beyond HTML: it says politely that there is something new, and prints.
// Nothing here is needed to read a page.

// On a narrow screen the row of pages scrolls: the page that is open shows in it.
document.querySelector(".top nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

const line = document.querySelector("[data-live-line]");

/** Shows a sentence in the live line; `canReload` offers to load the page again. */
function say(text, canReload) {
  line.hidden = false;
  line.querySelector("[data-live-text]").textContent = text;
  line.querySelector("[data-live-reload]").hidden = !canReload;
}

/** Puts numbers into a sentence of the catalogue. */
function filled(sentence, numbers) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
}

/** What a page shows of the calls that news is about: all of them, one, or none. */
function concerns(call) {
  const shown = document.querySelector("article[data-call]");
  if (shown) return shown.dataset.call === call;
  return document.querySelector("table.calls") !== null;
}

let source = null;
let wasLost = false;

/** Listens for news, as long as the page is seen: a browser has few connections for all its tabs. */
function listen() {
  if (source || document.hidden) return;
  source = new EventSource("/events");
  source.addEventListener("open", () => {
    line.dataset.isListening = "";
    if (wasLost) say(line.dataset.news, true);
    wasLost = false;
  });
  source.addEventListener("error", () => {
    delete line.dataset.isListening;
    wasLost = true;
    say(line.dataset.lost, false);
  });
  for (const name of ["tagged", "changed"]) {
    source.addEventListener(name, (event) => {
      if (concerns(JSON.parse(event.data).call)) say(line.dataset.news, true);
    });
  }
  source.addEventListener("digest", () => {
    if (document.querySelector(".sheet, .week, .empty")) say(line.dataset.news, true);
  });
  source.addEventListener("ingest", (event) => {
    const { done, total, isOver } = JSON.parse(event.data);
    say(filled(isOver ? line.dataset.ingested : line.dataset.ingest, { done, total }), isOver);
  });
}

function stopListening() {
  if (source) source.close();
  source = null;
}

if (line) {
  line.querySelector("[data-live-reload]").addEventListener("click", () => location.reload());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) stopListening();
    else listen();
  });
  window.addEventListener("pagehide", stopListening);
  window.addEventListener("pageshow", listen);
  listen();
}

// On a telephone the way to the page that is open may lie outside what is seen of the navigation.
document.querySelector(".top nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
