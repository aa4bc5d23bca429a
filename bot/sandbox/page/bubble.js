// One message as an element: its bubble (media, text, time) and the keyboard under it.

import { h, icon } from "./dom.js";
import { deepLinkOf, formatted } from "./entities.js";
import { sizeOf, t, timeOf } from "./texts.js";

function photo(message, actions) {
  const alt = message.caption || t("picture");
  const { url, width, height } = message.photo;
  const image = h("img", { src: url, alt, width, height });
  return h("button", {
    type: "button", className: "photo", title: t("enlarge"), onclick: () => actions.enlarge(url, alt),
  }, image);
}

function document({ url, name, size }) {
  return h("a", { className: "file", href: url, download: name },
    h("span", { className: "file-icon" }, icon("file")),
    h("span", { className: "file-words" },
      h("span", { className: "file-name" }, name),
      h("span", { className: "soft" }, `${t("download")} · ${sizeOf(size)}`)));
}

function place({ latitude, longitude }) {
  const at = `${latitude}, ${longitude}`;
  return h("p", { className: "card" }, icon("place"), h("span", {}, `${t("place")}: ${at}`));
}

function contact({ first_name, phone_number }) {
  return h("p", { className: "card" }, icon("person"),
    h("span", {}, `${t("contactOf")}: ${first_name}, ${phone_number}`));
}

function poll({ question, options }) {
  return h("div", { className: "poll" },
    h("strong", {}, `${t("poll")}: ${question}`),
    h("ul", {}, options.map((option) => h("li", {}, option.text))));
}

// What a message carries besides text; [] for plain text.
function media(message, actions) {
  const parts = [];
  if (message.photo) parts.push(photo(message, actions));
  if (message.document) parts.push(document(message.document));
  if (message.video) parts.push(h("video", { src: message.video.url, controls: true }));
  for (const sound of [message.voice, message.audio]) {
    if (sound) parts.push(h("audio", { src: sound.url, controls: true }));
  }
  if (message.sticker) {
    parts.push(h("img", { className: "sticker", src: message.sticker.url, alt: t("sticker") }));
  }
  if (message.location) parts.push(place(message.location));
  if (message.contact) parts.push(contact(message.contact));
  if (message.poll) parts.push(poll(message.poll));
  return parts;
}

function key(message, row, column, actions) {
  const { text, url, copy_text: copy } = message.buttons[row][column];
  const payload = url && deepLinkOf(url, actions.bot);
  if (url && payload === null) {
    return h("a", { className: "key", href: url, target: "_blank", rel: "noopener noreferrer" },
      text, icon("out"));
  }
  const waits = (message.pending ?? []).some(([r, c]) => r === row && c === column);
  const click = copy ? () => actions.copy(copy.text)
    : url ? () => actions.openDeepLink(payload)
      : () => actions.press(message, row, column);
  return h("button", { type: "button", className: "key", onclick: click, "aria-busy": waits ? "true" : null },
    text, waits ? h("span", { className: "spinner", role: "img", "aria-label": t("waiting") }) : null);
}

export const keyboardOf = (message, actions) =>
  h("div", { className: "keyboard" }, message.buttons.map((buttons, row) =>
    h("div", { className: "keys" }, buttons.map((_, column) => key(message, row, column, actions)))));

// page.css shows the pencil of the last own message only: one Tab stop, not one a message.
function pencil(message, actions) {
  return h("button", {
    type: "button", className: "pencil", title: t("edit"), "aria-label": t("edit"),
    onclick: () => actions.edit(message),
  }, icon("pencil"));
}

function foot(message, actions) {
  return h("span", { className: "foot" },
    message.from === "user" && message.text ? pencil(message, actions) : null,
    message.edited ? `${t("edited")} ` : null,
    h("time", { dateTime: dateOf(message).toISOString() }, timeOf(dateOf(message))));
}

export const dateOf = (message) => new Date(message.date * 1000);
export const wordsOf = (message) => message.text || message.caption || "";

// `actions` = {bot, send, openDeepLink, press, enlarge}: what a message may ask of the page.
export function bubbleOf(message, actions) {
  const words = wordsOf(message);
  const parts = media(message, actions);
  const unknown = !words && !parts.length;
  const bubble = h("div", { className: "bubble" },
    h("span", { className: "unseen" }, `${message.from === "bot" ? actions.botName : t("saysYou")}: `),
    parts,
    words ? h("span", { className: "words" }, formatted(words, message.entities ?? [], actions)) : null,
    unknown ? h("em", { className: "soft" }, t("unknown")) : null,
    foot(message, actions));
  return h("li", { id: `m${message.message_id}`, className: message.from, tabIndex: -1 },
    h("div", { className: "stack" }, bubble, message.buttons?.length ? keyboardOf(message, actions) : null));
}
