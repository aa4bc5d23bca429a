// The conversation: keeps its messages in order, its end in view and the keyboard's focus in place.

import { bubbleOf, dateOf, keyboardOf, wordsOf } from "./bubble.js";
import { $ } from "./dom.js";
import { dayOf, t } from "./texts.js";

const NEAR_END_PX = 80;
const shown = new Map(); // message_id -> message
let actions = {};
let atEnd = true;

export const isEmpty = () => shown.size === 0;
export const lastOwn = () =>
  [...shown.values()].filter((message) => message.from === "user" && message.text).at(-1);

export function showChat(messages, newActions) {
  actions = newActions;
  shown.clear();
  for (const message of messages) shown.set(message.message_id, message);
  $("messages").replaceChildren(...messages.map((message) => bubbleOf(message, actions)));
  settle();
  toEnd();
}

export function putMessage(message, { edited = false } = {}) {
  const old = $(`m${message.message_id}`);
  shown.set(message.message_id, message);
  const bubble = bubbleOf(message, actions);
  if (old) {
    keepingFocus(old, () => old.replaceWith(bubble));
  } else {
    bubble.classList.add("fresh");
    $("messages").append(bubble);
  }
  bubble.classList.toggle("changed", edited);
  settle();
  if (message.from === "user" && !old) toEnd();
}

export function dropMessage(id) {
  const old = $(`m${id}`);
  shown.delete(id);
  if (!old) return;
  const next = old.nextElementSibling ?? old.previousElementSibling;
  const focused = old.contains(document.activeElement);
  old.remove();
  if (focused) (next ?? $("scroll")).focus({ preventScroll: true });
  settle();
}

export function setPending(id, pending) {
  const message = shown.get(id);
  if (!message?.buttons?.length) return;
  shown.set(id, { ...message, pending });
  const item = $(`m${id}`);
  keepingFocus(item, () => item.querySelector(".keyboard").replaceWith(keyboardOf(shown.get(id), actions)));
}

// A pressed button that is drawn anew keeps the focus; if it is gone, its neighbour gets it.
function keepingFocus(old, replace) {
  const places = (item) => [...item.querySelectorAll("button, a")];
  const at = places(old).indexOf(document.activeElement);
  const focused = old.contains(document.activeElement);
  const { id } = old;
  replace();
  if (!focused) return;
  const now = places($(id));
  (now[Math.min(at, now.length - 1)] ?? $(id)).focus({ preventScroll: true });
}

// Days between messages, corners of groups, and what an empty chat shows.
function settle() {
  const items = [...$("messages").children];
  const messages = items.map((item) => shown.get(Number(item.id.slice(1))));
  items.forEach((item, at) => {
    const [before, message, after] = [messages[at - 1], messages[at], messages[at + 1]];
    const day = dayOf(dateOf(message), actions.now());
    if (before && day === dayOf(dateOf(before), actions.now())) delete item.dataset.day;
    else item.dataset.day = day;
    item.classList.toggle("tail", after?.from !== message.from);
  });
  $("empty").hidden = items.length > 0;
}

export function showTyping(on) {
  $("typing").hidden = !on;
}

// What a screen reader says of a message: its words and its buttons.
export function spoken(message) {
  const labels = (message.buttons ?? []).flat().map((button) => button.text);
  return [wordsOf(message), labels.length ? t("choices", labels.join(", ")) : ""].filter(Boolean).join(". ");
}

function toEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

$("scroll").addEventListener("scroll", () => {
  const { scrollHeight, scrollTop, clientHeight } = $("scroll");
  atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  $("down").hidden = atEnd;
});
new ResizeObserver(() => atEnd && toEnd()).observe($("log"));
new ResizeObserver(() => atEnd && toEnd()).observe($("scroll"));
$("down").addEventListener("click", () => {
  toEnd();
  $("input").focus();
});
