// The questions that stop everything else: what is expected, whose edit stands, why a call is skipped,
// what came of the sitting.

import { element, part } from "./element.js";
import { words } from "./words.js";

const secondsToPredict = 10;
const usualPercent = 30;

/** Opens a dialog and gives the value that it was closed with. */
function asked(dialog) {
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
    dialog.returnValue = "";
    dialog.showModal();
  });
}

/**
 * Asks what reasons are expected, for ten seconds at most: `[{ reason, share }]`, empty where the
 * listener passed. Enter without a choice passes. Whoever presses a key or points at anything has all
 * the time they need (WCAG 2.2.1).
 */
export async function askPredictions(reasons) {
  const dialog = part("predictions");
  const choices = part("prediction-choices");
  const left = part("prediction-seconds");
  const error = part("prediction-error");
  const row = ({ key, label }) => {
    const share = element("input", {
      type: "number", min: 1, max: 100, value: usualPercent, className: "percent", disabled: true,
      attributes: { "aria-label": words.share(label) },
    });
    const box = element("input", { type: "checkbox", value: key, on: {
      change: () => { share.disabled = !box.checked; error.textContent = ""; },
    } });
    return element("div", { className: "choice" },
      element("label", {}, box, element("span", {}, label)), share, element("span", {}, "%"));
  };
  choices.replaceChildren(...reasons.map(row));
  error.textContent = "";
  let seconds = secondsToPredict;
  left.textContent = seconds;
  left.parentElement.hidden = false;
  const timer = setInterval(() => {
    seconds -= 1;
    left.textContent = seconds;
    if (seconds <= 0) dialog.close("pass");
  }, 1000);
  const takeTime = () => {
    clearInterval(timer);
    left.parentElement.hidden = true;
  };
  for (const act of ["keydown", "pointerdown"]) dialog.addEventListener(act, takeTime, { once: true });
  const chosen = () => [...choices.querySelectorAll(":checked")].map((box) => ({
    reason: box.value, share: Number(box.closest(".choice").querySelector(".percent").value) / 100,
  }));
  const check = (event) => {
    const sum = Math.round(chosen().reduce((sum, { share }) => sum + share * 100, 0));
    if (event.submitter?.value === "pass" || sum <= 100) return;
    event.preventDefault();
    error.textContent = words.sharesTooLarge(sum);
  };
  const form = dialog.querySelector("form");
  form.addEventListener("submit", check);
  const answer = await asked(dialog);
  form.removeEventListener("submit", check);
  clearInterval(timer);
  return answer === "seal" ? chosen() : [];
}

/** Asks whose version stands: `theirs` or `mine`. Both sides are shown in words. */
export async function askConflict({ mine, theirs }) {
  const dialog = part("conflict");
  part("conflict-count").textContent = words.conflictOpen(mine.length);
  const lines = (texts) => texts.map((text) => element("li", { dir: "auto" }, text));
  part("conflict-mine").replaceChildren(...lines(mine));
  part("conflict-theirs").replaceChildren(...lines(theirs));
  let answer;
  // There is no way past the question: either edits are dropped or sent, never forgotten.
  do { answer = await asked(dialog); } while (!["mine", "theirs"].includes(answer));
  return answer;
}

/** Asks why a call is passed over; undefined where it is not. */
export async function askSkip() {
  const dialog = part("skip-dialog");
  const field = part("skip-reason");
  field.value = "";
  const answer = await asked(dialog);
  const reason = field.value.trim();
  return answer === "skip" && reason ? reason : undefined;
}

/** Shows what came of the sitting: `{ headline, lines, next }`, ready to be read. */
export function showSummary({ headline, lines, next, href }) {
  part("summary-headline").textContent = headline;
  part("summary-lines").replaceChildren(...lines.map((line) => element("li", { dir: "auto" }, line)));
  part("summary-next").textContent = next ?? "";
  if (href) part("summary-link").href = href;
  return asked(part("summary"));
}

/** Shows the keys. */
export function showKeys(table) {
  part("keys-list").replaceChildren(...table.map(({ label, keys }) => element("div", { className: "key-row" },
    element("dt", {}, ...keys.map((key) => element("kbd", {}, key))), element("dd", {}, label))));
  return asked(part("keys-dialog"));
}
