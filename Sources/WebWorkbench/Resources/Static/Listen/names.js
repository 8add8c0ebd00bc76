// What annotations and edits are called.

import { standing } from "./sitting.js";
import { words } from "./words.js";

export class Names {
  #names;

  constructor({ reasons, painPoints }) {
    this.#names = new Map([
      ...reasons.map(({ key, path }) => [`reason ${key}`, path]),
      ...painPoints.map(({ key, label }) => [`painPoint ${key}`, label]),
    ]);
  }

  /** The name of what was said: a label, or the text itself. */
  of({ type, key, text }) {
    return this.#names.get(`${type} ${key}`) ?? (text || key || words.lookAgain);
  }

  /** One line that says all of an annotation. */
  line({ content, range }) {
    const facts = [
      words.kinds[content.type], content.severity && words.severity(content.severity),
      range && words.range(range),
    ];
    return `${this.of(content)} (${facts.filter(Boolean).join(", ")})`;
  }

  /** One line that says what an edit does to a sitting. */
  edit(edit, sitting) {
    if (edit.annotation) return this.line(edit.annotation);
    const { annotation } = standing(sitting, edit.annotationId);
    return annotation ? words.removed(this.of(annotation.content)) : words.acts[edit.type] ?? edit.type;
  }
}
