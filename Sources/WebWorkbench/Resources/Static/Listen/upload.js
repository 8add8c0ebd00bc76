// Recordings dropped on a page, or chosen from it: sent in pieces, and gone on with after a break.

import { element } from "./element.js";
import { words } from "./words.js";

const pieceLength = 4 * 1024 * 1024; // bytes
const retryDelays = [1000, 2000, 4000, 8000, 15000];

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const token = () => document.querySelector('meta[name="form-token"]')?.content ?? "";

async function ask(path, options) {
  const response = await fetch(path, { credentials: "same-origin", ...options,
    headers: { "X-CSRF-Token": token(), ...options.headers } });
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const error = new Error(body.detail ?? words.answered(response.status));
  error.isFinal = response.status < 500 && response.status !== 409;
  throw error;
}

/** The same file is the same upload, so that a page that was loaded again goes on with it. */
async function nameOf(file) {
  const text = `${file.name} ${file.size} ${file.lastModified}`;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash).slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends a file; `tell({ share, text })` is told how far it is. Gives whether it is there. */
async function send(file, tell) {
  if (file.size === 0) {
    tell({ text: words.uploadRefused(file.name, words.uploadEmpty), isRefused: true });
    return false;
  }
  const id = await nameOf(file);
  let failures = 0;
  for (;;) {
    try {
      let { offset, path } = await ask("/api/v1/uploads", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id, name: file.name, length: file.size }),
      });
      while (!path) {
        tell({ share: offset / file.size, text: words.uploading(file.name, Math.floor((offset / file.size) * 100)) });
        ({ offset, path } = await ask(`/api/v1/uploads/${id}`, {
          method: "POST", headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": offset },
          body: file.slice(offset, offset + pieceLength),
        }));
        failures = 0;
      }
      tell({ share: 1, text: words.uploaded(file.name) });
      return true;
    } catch (error) {
      if (error.isFinal) {
        tell({ text: words.uploadRefused(file.name, error.message), isRefused: true });
        return false;
      }
      tell({ text: words.uploadRetrying(file.name) });
      await pause(retryDelays[Math.min(failures, retryDelays.length - 1)]);
      failures += 1;
    }
  }
}

/** Makes an element a place to drop recordings on: it holds a file field and a list. */
export function takeUploads(zone) {
  const field = zone.querySelector("input[type=file]");
  const list = zone.querySelector("[data-uploads]");
  let queue = Promise.resolve();
  const take = (files) => {
    for (const file of files) {
      const bar = element("progress", { max: 1, value: 0, attributes: { "aria-label": file.name } });
      const line = element("span", { dir: "auto" }, words.uploading(file.name, 0));
      list.append(element("li", {}, bar, line));
      const tell = ({ share, text, isRefused }) => {
        if (share !== undefined) bar.value = share;
        bar.hidden = Boolean(isRefused);
        line.textContent = text;
        line.classList.toggle("loss", Boolean(isRefused));
      };
      // One after another: the disk and the line are shared with whoever listens.
      queue = queue.then(() => send(file, tell));
    }
  };
  field.addEventListener("change", () => { take([...field.files]); field.value = ""; });
  for (const type of ["dragenter", "dragover"]) {
    zone.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove("is-over");
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    take([...event.dataTransfer.files]);
  });
}

for (const zone of document.querySelectorAll("[data-upload]")) takeUploads(zone);
