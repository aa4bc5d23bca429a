// The words of the page: Russian, or English where the browser speaks no Russian.

const ru = {
  page: "Песочница", pageHint: "Telegram на этом компьютере", people: "Люди", messages: "Сообщения",
  addPerson: "Добавить человека", firstName: "Имя", language: "Язык Telegram", russian: "Русский",
  english: "Английский", add: "Добавить", cancel: "Отмена", close: "Закрыть", ok: "Понятно",
  back: "К списку людей", more: "Ещё", writesAs: (name) => `Вы пишете как ${name}`, typing: "печатает",
  block: "Заблокировать бота", unblock: "Разблокировать бота", blocked: "бот заблокирован",
  blockedNote: "Вы заблокировали бота: его сообщения сюда не доходят.",
  emptyTitle: (bot) => `Это начало разговора с ботом «${bot}»`,
  emptyNote: "Всё происходит на этом компьютере, в Telegram ничего не уходит.",
  start: "Начать", invitation: "Открыть приглашение", write: "Сообщение", send: "Отправить",
  menu: "Меню", commands: "Команды бота", attach: "Прикрепить", photo: "Фото или видео", file: "Файл",
  voice: "Голосовое сообщение", sticker: "Стикер", place: "Место на карте", contact: "Свой контакт",
  caption: "Подпись", sendFile: "Отправить файл", editing: "Изменение сообщения", edit: "Изменить",
  stopEditing: "Не изменять", edited: "изменено", enlarge: "Увеличить картинку", picture: "Картинка",
  down: "К последним сообщениям", waiting: "ждёт ответа бота", saysYou: "Вы", download: "Скачать",
  choices: (labels) => `Кнопки: ${labels}`, newFrom: (name) => `Новое сообщение: ${name}`,
  unread: (count) => `новых: ${count}`, gone: "Сообщение удалено", spoiler: "Показать скрытый текст",
  unknown: "Сообщение этого вида страница не показывает", poll: "Опрос", contactOf: "Контакт",
  clock: "Часы песочницы", hour: "+1 ч", day: "+1 день",
  onTime: "как на самом деле",
  ahead: (days, hours, minutes) => "вперёд на "
    + [days && `${days} дн.`, hours && `${hours} ч`, minutes && `${minutes} мин`].filter(Boolean).join(" "),
  reset: "Начать сначала", resetTitle: "Начать всё сначала?", resetDo: "Стереть и начать",
  resetNote: "Все переписки на этой странице сотрутся, добавленные люди исчезнут. То, что бот записал у себя, останется у него.",
  lost: "Песочница не отвечает. Страница подключится сама, как только она вернётся.",
  unreachable: "Песочница не отвечает", copied: "Скопировано", bytes: ["Б", "КБ", "МБ"], today: "Сегодня", yesterday: "Вчера",
  tooBig: "Файл больше 20 МБ: столько бот скачать не сможет",
};

const en = {
  page: "Sandbox", pageHint: "Telegram on this computer", people: "People", messages: "Messages",
  addPerson: "Add a person", firstName: "Name", language: "Telegram language", russian: "Russian",
  english: "English", add: "Add", cancel: "Cancel", close: "Close", ok: "OK",
  back: "Back to people", more: "More", writesAs: (name) => `You write as ${name}`, typing: "typing",
  block: "Block the bot", unblock: "Unblock the bot", blocked: "bot blocked",
  blockedNote: "You blocked the bot: its messages do not get here.",
  emptyTitle: (bot) => `This is the start of your chat with “${bot}”`,
  emptyNote: "Everything happens on this computer, nothing goes to Telegram.",
  start: "Start", invitation: "Open the invitation", write: "Message", send: "Send",
  menu: "Menu", commands: "Commands of the bot", attach: "Attach", photo: "Photo or video", file: "File",
  voice: "Voice message", sticker: "Sticker", place: "Location", contact: "My contact",
  caption: "Caption", sendFile: "Send a file", editing: "Editing a message", edit: "Edit",
  stopEditing: "Stop editing", edited: "edited", enlarge: "Enlarge the picture", picture: "Picture",
  down: "To the latest messages", waiting: "waiting for the bot", saysYou: "You", download: "Download",
  choices: (labels) => `Buttons: ${labels}`, newFrom: (name) => `New message: ${name}`,
  unread: (count) => `${count} new`, gone: "Message deleted", spoiler: "Show the hidden text",
  unknown: "This page cannot show a message of this kind", poll: "Poll", contactOf: "Contact",
  clock: "Sandbox clock", hour: "+1 h", day: "+1 day",
  onTime: "as in the real world",
  ahead: (days, hours, minutes) => "ahead by "
    + [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(" "),
  reset: "Start afresh", resetTitle: "Start everything afresh?", resetDo: "Erase and start",
  resetNote: "All chats of this page are erased and added people vanish. What the bot has noted down stays with it.",
  lost: "The sandbox does not answer. The page connects by itself as soon as it is back.",
  unreachable: "The sandbox does not answer", copied: "Copied", bytes: ["B", "KB", "MB"], today: "Today", yesterday: "Yesterday",
  tooBig: "The file is over 20 MB: more than a bot can download",
};

export const language = navigator.languages.some((name) => name.startsWith("ru")) ? "ru" : "en";
const words = language === "ru" ? ru : en;

export function t(key, ...values) {
  const text = words[key];
  return typeof text === "function" ? text(...values) : text;
}

// Fills in what index.html leaves to the language: data-text = content, data-label = name.
export function fillTexts(root) {
  document.documentElement.lang = language;
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.matches("button")) element.title = t(element.dataset.label);
    if (element.matches("input, textarea")) element.placeholder = t(element.dataset.label);
  }
}

const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const moment = new Intl.DateTimeFormat(language, {
  weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
});

export const timeOf = (date) => time.format(date);
export const momentOf = (date) => moment.format(date);

export function dayOf(date, now) {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return t("today");
  return date.toDateString() === yesterday.toDateString() ? t("yesterday") : day.format(date);
}

export function sizeOf(bytes) {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const number = (bytes / 1024 ** power).toLocaleString(language, { maximumFractionDigits: power ? 1 : 0 });
  return `${number} ${t("bytes")[power]}`;
}
