// Toasts, alerts, the enlarged picture, questions.

import { $, h } from "./dom.js";

const TOAST_MS = 4000;

export function toast(text) {
  const item = h("p", { className: "toast" }, text);
  $("toasts").append(item);
  setTimeout(() => item.remove(), TOAST_MS);
}

const alerts = [];

export function alertBox(text) {
  alerts.push(text);
  if (!$("alert").open) nextAlert();
}

function nextAlert() {
  if (!alerts.length) return;
  $("alert-text").textContent = alerts.shift();
  $("alert").showModal();
}

$("alert").addEventListener("close", () => {
  // The button that had the focus may have been edited away behind the alert.
  if (document.activeElement === document.body) $("input").focus();
  nextAlert();
});

export function enlarge(url, caption) {
  $("viewer-picture").src = url;
  $("viewer-picture").alt = caption;
  $("viewer").showModal();
}

$("viewer").addEventListener("click", () => $("viewer").close());

// Opens a dialog with a form; answers its fields, or null where it was cancelled.
export function ask(dialog) {
  const form = dialog.querySelector("form");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes" ? Object.fromEntries(new FormData(form)) : null);
      form.reset();
    }, { once: true });
  });
}

for (const button of document.querySelectorAll("dialog [data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

// The screen reader's line about what just came.
export function announce(text) {
  $("live").append(h("p", {}, text));
  while ($("live").childElementCount > 5) $("live").firstChild.remove();
}
