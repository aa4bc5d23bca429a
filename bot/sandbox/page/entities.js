// Text with Telegram's entities (offsets in UTF-16 units, as JavaScript counts) as elements.

import { h } from "./dom.js";
import { t } from "./texts.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const BLOCKS = /^(pre|(expandable_)?blockquote)$/;
const SAFE_SCHEME = /^(https?|mailto|tel):/i;

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

// The payload of a `t.me/<bot>?start=…` address, or null for every other address.
export function deepLinkOf(address, bot) {
  const url = parsed(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
  const names = url && [url.pathname.slice(1), url.searchParams.get("domain")];
  const ours = url && (/^(t|telegram)\.me$/.test(url.hostname) || url.protocol === "tg:")
    && names.some((name) => name?.toLowerCase() === bot.toLowerCase());
  return ours ? url.searchParams.get("start") ?? "" : null;
}

function link(address, children, actions) {
  const payload = deepLinkOf(address, actions.bot);
  if (payload !== null) {
    return h("button", { type: "button", className: "link", onclick: () => actions.openDeepLink(payload) }, children);
  }
  const href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!SAFE_SCHEME.test(href)) return h("span", {}, children);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", title: href }, children);
}

function spoiler(children) {
  const cover = h("button", { type: "button", className: "spoiler", "aria-label": t("spoiler") });
  cover.append(h("span", { inert: true }, children));
  cover.onclick = () => {
    const shown = h("span", { tabIndex: -1 }, children);
    cover.replaceWith(shown);
    shown.focus();
  };
  return cover;
}

function element(entity, source, children, actions) {
  switch (entity.type) {
    case "text_link": return link(entity.url, children, actions);
    case "url": return link(source, children, actions);
    case "email": return link(`mailto:${source}`, children, actions);
    case "phone_number": return link(`tel:${source}`, children, actions);
    case "spoiler": return spoiler(children);
    case "bot_command":
      return h("button", { type: "button", className: "link", onclick: () => actions.send(source) }, children);
    default: return TAGS[entity.type] ? h(TAGS[entity.type], {}, children) : h("span", {}, children);
  }
}

// Children of an element that shows `text`; `actions` = {bot, send, openDeepLink}.
export function formatted(text, entities, actions) {
  const waiting = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const between = (start, end) => {
    const children = [];
    let at = start;
    while (waiting.length && waiting[0].offset < end) {
      const entity = waiting.shift();
      const from = Math.max(entity.offset, at);
      const to = Math.min(entity.offset + entity.length, end);
      if (to <= from) continue;
      children.push(text.slice(at, from));
      children.push(element(entity, text.slice(from, to), between(from, to), actions));
      at = BLOCKS.test(entity.type) && text[to] === "\n" ? to + 1 : to; // a block ends its line itself
    }
    children.push(text.slice(at, end));
    return children.filter((child) => child !== "");
  };
  return between(0, text.length);
}
