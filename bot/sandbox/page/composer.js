// The line where the person writes: sending, editing the last own message, a draft per person.

import { closeCommands, commandKey, openCommands, setCommands } from "./commands.js";
import { $, focusField } from "./dom.js";
import { lastOwn } from "./messages.js";
import { editText, sendText } from "./server.js";

const drafts = new Map(); // person -> text not sent yet
let person = null;
let edited = null; // the message being changed

export function compose(user) {
  if (person) drafts.set(person, edited ? "" : $("input").value);
  person = user;
  stopEditing();
  write(drafts.get(user) ?? "");
}

export const offerCommands = (commands) => setCommands(commands, (text) => send(text));

export async function send(text) {
  write("");
  focusField($("input"));
  try {
    await sendText(person, text);
  } catch (error) {
    write(text); // nothing that was typed is lost with the connection
    throw error;
  }
}

function write(text) {
  $("input").value = text;
  grow();
}

function grow() {
  $("input").style.height = "auto";
  $("input").style.height = `${$("input").scrollHeight}px`;
  $("send").disabled = !$("input").value.trim();
}

export function startEditing(message = lastOwn()) {
  if (!message) return;
  edited = message;
  $("editing").hidden = false;
  write(message.text);
  $("input").focus();
}

function stopEditing() {
  if (edited) write("");
  edited = null;
  $("editing").hidden = true;
}

async function submit() {
  const text = $("input").value.trim();
  const changed = edited;
  if (!text) return;
  stopEditing();
  closeCommands();
  if (!changed) await send(text);
  else if (text !== changed.text) await editText(person, changed.message_id, text);
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});

$("input").addEventListener("input", () => {
  grow();
  const { value } = $("input");
  if (value.startsWith("/") && !edited) openCommands(value);
  else closeCommands();
});

$("input").addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || commandKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "ArrowUp" && !$("input").value) {
    event.preventDefault();
    startEditing();
  } else if (event.key === "Escape") {
    stopEditing();
  }
});

$("stop-editing").addEventListener("click", () => {
  stopEditing();
  $("input").focus();
});

$("menu").addEventListener("click", () => {
  if ($("commands").hidden) openCommands();
  else closeCommands();
  $("input").focus();
});

addEventListener("click", (event) => {
  if (!event.target.closest("#composer")) closeCommands();
});
