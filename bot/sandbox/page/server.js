// The control API of the sandbox: its requests and its stream of events.

import { t } from "./texts.js";

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, {
      method,
      headers: body && { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Error(t("unreachable"));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

export const readUsers = (user) => call("GET", user ? `users?user=${user}` : "users");
export const addUser = (person) => call("POST", "users", person);
export const readChat = (user) => call("GET", `users/${user}/chat`);
export const sendText = (user, text) => call("POST", `users/${user}/message`, { text });
export const sendFile = (user, file, caption) =>
  call("POST", `users/${user}/message`, caption ? { file, caption } : { file });
export const editText = (user, message_id, text) =>
  call("POST", `users/${user}/edit`, { message_id, text });
export const press = (user, message_id, button) =>
  call("POST", `users/${user}/press`, { message_id, button });
export const openDeepLink = (user, payload) => call("POST", `users/${user}/start`, { payload });
export const block = (user) => call("POST", `users/${user}/block`, {});
export const unblock = (user) => call("POST", `users/${user}/unblock`, {});
export const readClock = () => call("GET", "clock");
export const advanceClock = (advance_s) => call("POST", "clock", { advance_s });
export const reset = () => call("POST", "reset", {});

const RECONNECT_MS = 1000;

// Listens for ever. `up` is called at every connection, the first included: what happened
// while nobody listened must be read anew.
export function follow({ up, down, event }) {
  const stream = new EventSource("/sandbox/stream");
  stream.onopen = up;
  stream.onmessage = (message) => event(JSON.parse(message.data));
  stream.onerror = () => {
    stream.close();
    down();
    setTimeout(() => follow({ up, down, event }), RECONNECT_MS);
  };
}
