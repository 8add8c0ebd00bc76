// Talks to the server of this page, and to nobody else.

import { words } from "./words.js";

const deadline = 10000; // milliseconds

const tokenHolder = (page) => page.querySelector('meta[name="form-token"]');
const token = () => tokenHolder(document)?.content ?? "";

async function answered(path, { method = "GET", body, headers = {}, ...options } = {}) {
  const response = await fetch(path, {
    method, credentials: "same-origin", signal: AbortSignal.timeout(deadline),
    headers: {
      Accept: "application/json",
      ...(method === "GET" ? {} : { "X-CSRF-Token": token() }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  const isJSON = /^application\/(problem\+)?json\b/.test(response.headers.get("Content-Type") ?? "");
  return { status: response.status, body: isJSON ? await response.json() : undefined };
}

/** The answer's body; throws an `Error` with the server's sentence where it is none. */
async function wanted(path, options) {
  const { status, body } = await answered(path, options);
  if (status >= 200 && status < 300) return body;
  const error = new Error(body?.detail ?? words.answered(status));
  error.status = status;
  throw error;
}

export const api = {
  sitting: (id) => wanted(`/api/v1/sessions/${encodeURIComponent(id)}/listening`),
  sound: (call) => wanted(`/api/v1/calls/${encodeURIComponent(call)}/sound`),
  taxonomy: () => wanted("/api/v1/taxonomy"),
  keys: () => wanted("/api/v1/keys"),
  summary: (id) => wanted(`/api/v1/sessions/${encodeURIComponent(id)}/summary`),
  /** `{ status, body }`; throws where no answer came. Goes on while the page is left. */
  edit: (id, edit) => answered(`/api/v1/sessions/${encodeURIComponent(id)}/events`,
    { method: "POST", body: edit, keepalive: true }),
  /** Whether this browser is signed in again, as after the server was started anew; the page goes on
   * with what it needs to send. */
  async renew() {
    const response = await fetch(window.location.href, { credentials: "same-origin" });
    if (!response.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = tokenHolder(page)?.content;
    if (found) tokenHolder(document).content = found;
    return Boolean(found);
  },
  async waveform(path) {
    const response = await fetch(path, { credentials: "same-origin" });
    if (!response.ok) throw new Error(words.answered(response.status));
    return response.arrayBuffer();
  },
};
