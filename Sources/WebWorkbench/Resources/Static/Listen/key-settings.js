// On the help page: other keys for this browser, or none at all.

import { element } from "./element.js";
import { keyChoices, pressed, storeKeyChoices } from "./keys.js";

/** Makes a table of keys one that can be changed; its words are in its `data-` attributes. */
function makeChangeable(table) {
  const { change, reset, press, taken, off } = table.dataset;
  const choices = keyChoices();
  const rows = [...table.querySelectorAll("tr[data-action]")];
  const original = new Map(rows.map((row) => [row.dataset.action, JSON.parse(row.dataset.keys)]));
  const keysOf = (action) => choices.keys[action] ?? original.get(action);
  const status = element("p", { className: "note", attributes: { role: "status" } });

  const show = () => {
    for (const row of rows) {
      const action = row.dataset.action;
      row.querySelector("[data-keys-shown]").replaceChildren(
        ...keysOf(action).flatMap((key) => [element("kbd", {}, key), " "]));
      row.querySelector("[data-reset]").hidden = choices.keys[action] === undefined;
    }
    table.classList.toggle("is-off", choices.isOff);
  };
  const store = () => {
    storeKeyChoices(choices);
    show();
  };

  const listen = (row, button) => {
    const label = button.textContent;
    button.textContent = press;
    status.textContent = press;
    const finish = () => {
      button.removeEventListener("keydown", take);
      button.removeEventListener("blur", finish);
      button.textContent = label;
    };
    const take = (event) => {
      if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
      event.preventDefault();
      const key = pressed(event);
      finish();
      if (key === "esc") return;
      const owner = rows.find(({ dataset: { action } }) => action !== row.dataset.action &&
        keysOf(action).some((each) => each.toLowerCase() === key));
      if (owner) {
        status.textContent = taken.replace("#", owner.querySelector("th").textContent);
        return;
      }
      choices.keys[row.dataset.action] = [key.length === 1 ? key.toUpperCase() : key];
      status.textContent = "";
      store();
    };
    button.addEventListener("keydown", take);
    button.addEventListener("blur", finish);
  };

  for (const row of rows) {
    const name = row.querySelector("th").textContent;
    const button = element("button", { type: "button", className: "quiet", attributes: { "aria-label": `${change}: ${name}` },
      on: { click: () => listen(row, button) } }, change);
    row.append(element("td", { className: "noprint" }, button,
      element("button", { type: "button", className: "quiet", data: { reset: "" }, attributes: { "aria-label": `${reset}: ${name}` },
        on: { click: () => { delete choices.keys[row.dataset.action]; store(); } } }, reset)));
  }
  table.querySelector("thead tr").append(element("th", { scope: "col", className: "noprint" }, element("span", { className: "hidden" }, change)));
  const box = element("input", { type: "checkbox", checked: choices.isOff, on: {
    change: () => { choices.isOff = box.checked; store(); },
  } });
  table.before(element("label", { className: "actions noprint" }, box, element("span", {}, off)), status);
  show();
}

for (const table of document.querySelectorAll("table[data-change]")) makeChangeable(table);
