// The command menu above the input: opened by «Меню» or by typing "/".

import { $, h } from "./dom.js";

let commands = [];
let choose = () => {};
let active = -1;

export function setCommands(list, onChoose) {
  commands = list;
  choose = onChoose;
  $("menu").hidden = list.length === 0;
  closeCommands();
}

const options = () => [...$("commands").children];

// Shows the commands that begin with what was typed ("/he" -> /help); none closes the menu.
export function openCommands(typed = "/") {
  const fitting = commands.filter(({ command }) => `/${command}`.startsWith(typed));
  $("commands").replaceChildren(...fitting.map(option));
  const open = fitting.length > 0;
  $("commands").hidden = !open;
  $("menu").setAttribute("aria-expanded", open);
  mark(open ? 0 : -1);
}

export const closeCommands = () => openCommands("\n"); // no command begins with a line break

function option({ command, description }, at) {
  const item = h("li", { id: `command${at}`, role: "option", onclick: () => take(command) },
    h("span", { className: "command" }, `/${command}`),
    h("span", { className: "soft" }, description));
  item.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays in the input
  return item;
}

function mark(at) {
  active = at;
  options().forEach((item, index) => item.setAttribute("aria-selected", index === at));
  options()[at]?.scrollIntoView({ block: "nearest" });
  if (at < 0) $("input").removeAttribute("aria-activedescendant");
  else $("input").setAttribute("aria-activedescendant", `command${at}`);
}

function take(command) {
  closeCommands();
  choose(`/${command}`);
}

// Handles a key of the input while the menu is open; says whether it did.
export function commandKey(event) {
  if ($("commands").hidden) return false;
  const count = options().length;
  switch (event.key) {
    case "ArrowDown": mark((active + 1) % count); break;
    case "ArrowUp": mark((active - 1 + count) % count); break;
    case "Enter": options()[active].click(); break;
    case "Escape": closeCommands(); break;
    default: return false;
  }
  event.preventDefault();
  return true;
}
