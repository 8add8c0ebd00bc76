// A sitting as the page shows it: what the server last said, with the edits on top that it has not
// answered yet. Pure: nothing here touches the page, the network or a clock.

import { union } from "./ranges.js";

/** What `base` (the server's state) becomes by edits that are still on their way. */
export function withEdits(base, edits) {
  if (edits.length === 0) return base;
  const sitting = structuredClone(base);
  for (const edit of edits) apply(sitting, edit);
  return sitting;
}

/** A sitting as the server gives it, with the edits themselves in `done` and `undone`. */
export const received = (state) => withStanding({ done: [], undone: [] }, state);

/** Puts what the server answered to one edit into its state. */
export function withAnswer(base, answer) {
  const calls = base.calls.map((call) => ({ ...call, ...answer.calls.find(({ id }) => id === call.id) }));
  return { ...withStanding(base, answer.sitting), calls };
}

/** The server names the edits in both lines, and tells only those that were not told before. */
function withStanding(base, { done, undone, edits, ...standing }) {
  const known = new Map([...base.done, ...base.undone, ...edits].map((edit) => [edit.event, edit]));
  const told = (line) => {
    const found = line.map((event) => known.get(event));
    return found.slice(found.lastIndexOf(undefined) + 1);
  };
  return { ...base, ...standing, done: told(done), undone: told(undone) };
}

export const callOf = (sitting, id) => sitting.calls.find((call) => call.id === id);

/** The annotation of an id and the call that it stands on. */
export function standing(sitting, annotationID) {
  for (const call of sitting.calls) {
    const annotation = call.annotations.find(({ id }) => id === annotationID);
    if (annotation) return { call, annotation };
  }
  return {};
}

/** The reason that stands on a call, or undefined. */
export const reasonOf = (call) => call.annotations.find(({ content }) => content.type === "reason");

function apply(sitting, edit) {
  const call = callOf(sitting, edit.call ?? edit.annotation?.call);
  switch (edit.type) {
    case "predict":
      sitting.predictions = edit.predictions;
      break;
    case "open":
      sitting.currentCall = edit.call;
      if (call && ["planned", "skipped"].includes(call.progress.type)) call.progress = { type: "open" };
      break;
    case "heard":
      if (!call) break;
      call.heard = union([...call.heard, ...edit.ranges]);
      sitting.predictionsSealed = true;
      break;
    case "skip":
      if (call) call.progress = { type: "skipped", reason: edit.reason };
      break;
    case "finish":
      if (call) call.progress = { type: "finished" };
      break;
    case "end":
      sitting.endedAt = edit.at;
      break;
    case "annotate": {
      if (!call) break;
      const before = edit.annotation.content.type === "reason" ? reasonOf(call) : undefined;
      const after = before ? { ...edit.annotation, id: before.id } : edit.annotation;
      if (before === undefined && after.content.type === "reason") sitting.predictionsSealed = true;
      record(sitting, edit, call, before, after);
      break;
    }
    case "change": {
      const { call: owner, annotation } = standing(sitting, edit.annotation.id);
      if (owner) record(sitting, edit, owner, annotation, edit.annotation);
      break;
    }
    case "remove": {
      const { call: owner, annotation } = standing(sitting, edit.annotationId);
      if (owner) record(sitting, edit, owner, annotation, undefined);
      break;
    }
    case "undo":
      turn(sitting, "done", "undone", "after", "before");
      break;
    case "redo":
      turn(sitting, "undone", "done", "before", "after");
      break;
  }
}

function record(sitting, edit, call, before, after) {
  put(call, before, after);
  sitting.done.push({ event: edit.eventId, call: call.id, before, after });
  sitting.undone = [];
}

/** Takes the last edit from one end of the line of edits to the other. */
function turn(sitting, from, to, old, next) {
  const edit = sitting[from].pop();
  if (!edit) return;
  const call = callOf(sitting, edit.call);
  if (call) put(call, edit[old], edit[next]);
  sitting[to].push(edit);
}

function put(call, before, after) {
  if (before && after) {
    call.annotations = call.annotations.map((each) => (each.id === before.id ? after : each));
  } else if (before) {
    call.annotations = call.annotations.filter(({ id }) => id !== before.id);
  } else if (after) {
    call.annotations = [...call.annotations, after];
  }
}
