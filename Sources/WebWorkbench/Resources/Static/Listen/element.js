// Elements made in code; text is only ever text.

/**
 * An element with properties, `dataset` entries (`data: {…}`), ARIA and other attributes
 * (`attributes: {…}`), listeners (`on: {…}`) and children (elements or text).
 */
export function element(name, { data = {}, attributes = {}, on = {}, ...properties } = {}, ...children) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  Object.assign(made.dataset, data);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

/** The element that a page names with `data-part`; throws where the page has none. */
export function part(name, root = document) {
  const found = root.querySelector(`[data-part~="${name}"]`);
  if (!found) throw new Error(`the page has no part "${name}"`);
  return found;
}

/** Children put in place of others only where they differ by key, so that focus stays. */
export function keyed(parent, items, keyOf, make, update) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const key = String(keyOf(item));
    let child = known.get(key);
    known.delete(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    update(child, item);
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  for (const child of known.values()) child.remove();
}

/** Whether letters typed now are text. */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") &&
    !["button", "checkbox", "radio", "range", "submit", "reset", "file"].includes(target.type);
}
