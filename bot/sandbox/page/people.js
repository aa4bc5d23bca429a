// The list of people at the left: one Tab stop, arrow keys move inside it.

import { $, h } from "./dom.js";
import { t } from "./texts.js";

const COLOURS = 6;

export const avatarOf = (person) =>
  h("span", { className: `avatar colour${person.id % COLOURS}`, "aria-hidden": "true" },
    [...person.first_name][0]);

function note(person) {
  if (person.typing) return h("span", { className: "note busy" }, `${t("typing")}…`);
  if (person.blocked) return h("span", { className: "note" }, t("blocked"));
  return h("span", { className: "note" }, person.hint);
}

function row(person, selected, open) {
  const badge = h("span", { className: "badge", "aria-label": t("unread", person.unread) }, person.unread);
  const button = h("button", {
    type: "button", className: "person", tabIndex: -1, "aria-current": selected ? "true" : null,
    onclick: () => open(person.id),
  },
  avatarOf(person),
  h("span", { className: "person-words" },
    h("span", { className: "name" }, person.first_name,
      person.language_code === "ru" ? null : h("span", { className: "tag" }, person.language_code)),
    note(person)),
  person.unread ? badge : null);
  button.dataset.user = person.id;
  return h("li", {}, button);
}

export function showPeople(people, selected, open) {
  const focused = document.activeElement?.dataset?.user;
  $("people").replaceChildren(...people.map((person) => row(person, person.id === selected, open)));
  const stop = buttonOf(focused) ?? buttonOf(selected) ?? $("people").querySelector("button");
  if (stop) stop.tabIndex = 0;
  if (focused) stop?.focus();
}

const buttonOf = (user) => user && $("people").querySelector(`[data-user="${user}"]`);

export const focusPerson = (user) => (buttonOf(user) ?? $("people").querySelector("button"))?.focus();

// The person `step` places after `user` in the list, going round at its ends.
export function neighbour(people, user, step) {
  const at = people.findIndex((person) => person.id === user);
  return people[(at + step + people.length) % people.length];
}

$("people").addEventListener("keydown", (event) => {
  const buttons = [...$("people").querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || event.altKey) return;
  event.preventDefault();
  if (!buttons[to]) return;
  for (const button of buttons) button.tabIndex = -1;
  buttons[to].tabIndex = 0;
  buttons[to].focus();
});
