// What the server tells open pages of its own accord.

/** Listens to the server's events; `handlers` by the type of event, `onBack` when it is there again. */
export function listenLive(path, handlers, onBack) {
  const source = new EventSource(path);
  let wasLost = false;
  source.addEventListener("error", () => { wasLost = true; });
  source.addEventListener("open", () => {
    onBack(wasLost);
    wasLost = false;
  });
  for (const [type, handler] of Object.entries(handlers)) {
    source.addEventListener(type, (event) => handler(JSON.parse(event.data || "{}")));
  }
  window.addEventListener("pagehide", () => source.close());
  return source;
}
