// The page as a whole: whose chat is open, and what every event of the sandbox changes.

import { attachFor } from "./attach.js";
import { now, setClock } from "./clock.js";
import { compose, offerCommands, send, startEditing } from "./composer.js";
import { $, focusField, isPhone } from "./dom.js";
import {
  dropMessage, isEmpty, putMessage, setPending, showChat, showTyping, spoken,
} from "./messages.js";
import { focusPerson, neighbour, showPeople } from "./people.js";
import { alertBox, announce, ask, enlarge, toast } from "./popups.js";
import * as server from "./server.js";
import { fillTexts, t } from "./texts.js";

let people = [];
let bot = { username: "", first_name: "" };
let selected = null; // id of the person whose chat is open

const personOf = (id) => people.find((person) => person.id === id);
const actions = () => ({
  bot: bot.username, botName: bot.first_name, now, send, press, enlarge, openDeepLink, copy, edit: startEditing,
});

// Events and reloads are taken one after another, so that none overtakes another.
let queue = Promise.resolve();
function inTurn(task) {
  queue = queue.then(task).catch(complain);
  return queue;
}

function complain(error) {
  toast(error.message);
}

// What the page counts itself (unread, typing) goes on for those whom it knows already.
async function loadPeople(known = people) {
  const answer = await server.readUsers();
  people = answer.users.map((person) => {
    const { unread = person.unread, typing = false } = known.find(({ id }) => id === person.id) ?? {};
    return { ...person, unread, typing };
  });
  bot = answer.bot;
  showBot();
}

async function refreshPeople() {
  await loadPeople();
  draw();
}

function showBot() {
  $("bot-name").textContent = bot.first_name;
  $("empty-title").textContent = t("emptyTitle", bot.first_name);
}

async function loadCommands() {
  offerCommands(selected ? (await server.readUsers(selected)).commands : []);
}

async function loadChat() {
  const chat = await server.readChat(selected);
  showChat(chat.messages, actions());
  personOf(selected).typing = chat.typing;
  personOf(selected).unread = 0;
}

async function reload() {
  await loadPeople([]);
  setClock(await server.readClock());
  await openAddressed();
}

// The address says whose chat is open: #user=1001; none is open at #people (on a phone).
function addressed() {
  const wanted = Number(new URLSearchParams(location.hash.slice(1)).get("user"));
  if (personOf(wanted)) return wanted;
  if (isPhone.matches || !people.length) return null;
  history.replaceState(null, "", `#user=${people[0].id}`);
  return people[0].id;
}

async function openAddressed() {
  const before = selected;
  selected = addressed();
  const turned = selected !== before;
  if (turned && personOf(before)) await server.readChat(before); // seen to its end: its count is cleared
  document.body.dataset.pane = selected ? "chat" : "people";
  if (selected) await loadChat();
  if (selected && turned) compose(selected);
  attachFor(selected);
  await loadCommands();
  draw();
  if (selected && turned) focusChat();
  else if (turned) focusPerson(before);
}

function open(id) {
  location.hash = `user=${id}`;
  if (id === selected) focusChat();
}

function focusChat() {
  const first = [$("open-invitation"), $("start"), $("unblock")].find((button) => button.checkVisibility());
  focusField(first ?? $("input"));
}

function draw() {
  showPeople(people, selected, open);
  const waiting = people.reduce((sum, person) => sum + (person.id === selected ? 0 : person.unread), 0);
  $("waiting").textContent = waiting || "";
  const person = personOf(selected);
  document.title = `${waiting ? `(${waiting}) ` : ""}${person ? `${person.first_name} · ` : ""}${t("page")}`;
  if (!person) return;
  showTyping(person.typing);
  $("subtitle").textContent = person.typing ? `${t("typing")}…` : t("writesAs", person.first_name);
  $("composer").hidden = person.blocked;
  $("blocked").hidden = !person.blocked;
  $("block").hidden = person.blocked;
  $("open-invitation").hidden = !person.start;
  $("start").classList.toggle("quiet", Boolean(person.start));
}

async function press(message, row, column) {
  const id = message.message_id;
  setPending(id, [...(message.pending ?? []), [row, column]]);
  try {
    await server.press(selected, id, [row, column]);
  } catch (error) {
    setPending(id, []);
    throw error;
  }
}

async function openDeepLink(payload) {
  if (payload) await server.openDeepLink(selected, payload);
  focusField($("input"));
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}

const handlers = {
  message({ user, message }) {
    const person = personOf(user);
    person.typing = false;
    if (user === selected) putMessage(message);
    if (message.from === "bot") {
      if (user !== selected) person.unread += 1;
      announce(user === selected ? spoken(message) : t("newFrom", person.first_name));
    }
    draw();
  },
  edited({ user, message }) {
    if (user !== selected) return;
    putMessage(message, { edited: true });
    if (message.from === "bot") announce(spoken(message));
  },
  deleted({ user, message_id }) {
    if (user === selected) dropMessage(message_id);
  },
  toast({ user, text, alert }) {
    if (user !== selected) toast(`${personOf(user).first_name}: ${text}`);
    else if (alert) alertBox(text);
    else toast(text);
  },
  typing({ user, on }) {
    personOf(user).typing = on;
    draw();
  },
  answered({ user, message_id }) {
    if (user === selected) setPending(message_id, []);
  },
  users: refreshPeople,
  commands: loadCommands,
  clock: setClock,
  reset: reload,
};

function take(event) {
  const gone = event.user !== undefined && !personOf(event.user); // by a reset a moment ago
  return gone ? undefined : handlers[event.type](event);
}

fillTexts(document);
server.follow({
  up() {
    $("lost").hidden = true;
    inTurn(reload);
  },
  down() {
    $("lost").hidden = false;
  },
  event(event) {
    inTurn(() => take(event));
  },
});

addEventListener("hashchange", () => inTurn(openAddressed));
isPhone.addEventListener("change", () => inTurn(openAddressed));
addEventListener("unhandledrejection", (event) => complain(event.reason));

addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!event.altKey || !step || !people.length) return;
  event.preventDefault();
  open(neighbour(people, selected, step).id);
});

$("back").addEventListener("click", () => { location.hash = "people"; });
$("start").addEventListener("click", () => send("/start"));
$("open-invitation").addEventListener("click", () => openDeepLink(personOf(selected).start));
$("block").addEventListener("click", async () => {
  $("more-menu").hidePopover();
  await server.block(selected);
  await inTurn(refreshPeople);
  focusChat();
});
$("unblock").addEventListener("click", async () => {
  await server.unblock(selected);
  await inTurn(refreshPeople);
  focusChat();
});
$("add-person").addEventListener("click", async () => {
  const answer = await ask($("person-dialog"));
  if (!answer) return;
  const { id } = await server.addUser(answer);
  await inTurn(refreshPeople);
  open(id);
});
$("reset").addEventListener("click", async () => {
  if (await ask($("reset-dialog"))) await server.reset();
});
