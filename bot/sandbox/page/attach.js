// What a person can send besides text: chosen, dropped or pasted files, and ready samples.

import { $ } from "./dom.js";
import { ask, toast } from "./popups.js";
import { sampleSticker, sampleVoice } from "./samples.js";
import { sendFile } from "./server.js";
import { sizeOf, t } from "./texts.js";

const MAX_BYTES = 20 * 1024 * 1024; // getFile's limit: a larger file never reaches the bot
let person = null;

export function attachFor(user) {
  person = user;
}

function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function sendBlob(user, blob, name, kind, caption) {
  const file = { name, mime: blob.type || "application/octet-stream", base64: await base64Of(blob), kind };
  await sendFile(user, file, caption);
}

function kindOf(file, asMedia) {
  const family = file.type.split("/")[0];
  return asMedia && (family === "video" || family === "audio") ? family
    : asMedia && family === "image" ? "photo" : "document";
}

// Shows the file with a line for its caption; sends it when agreed.
async function offer(file, asMedia) {
  if (file.size > MAX_BYTES) return toast(t("tooBig"));
  const user = person;
  const kind = kindOf(file, asMedia);
  const picture = kind === "photo" ? URL.createObjectURL(file) : "";
  $("file-picture").hidden = !picture;
  $("file-picture").src = picture;
  $("file-name").textContent = `${file.name} · ${sizeOf(file.size)}`;
  const answer = await ask($("file-dialog"));
  URL.revokeObjectURL(picture);
  if (answer) await sendBlob(user, file, file.name, kind, answer.caption.trim());
  return $("input").focus();
}

async function offerAll(files, asMedia) {
  for (const file of files) await offer(file, asMedia);
}

const samples = {
  voice: async () => sendBlob(person, sampleVoice(), "voice.wav", "voice"),
  sticker: async () => sendBlob(person, await sampleSticker(), "sticker.webp", "sticker"),
  location: () => sendFile(person, { kind: "location" }),
  contact: () => sendFile(person, { kind: "contact" }),
};

$("attach-menu").addEventListener("click", async (event) => {
  const kind = event.target.closest("button")?.dataset.kind;
  if (!kind) return;
  $("attach-menu").hidePopover();
  if (samples[kind]) {
    $("input").focus();
    await samples[kind]();
  } else {
    $("file").accept = kind === "photo" ? "image/*,video/*,audio/*" : "";
    $("file").dataset.media = kind === "photo" ? "yes" : "";
    $("file").click();
  }
});

$("file").addEventListener("change", async () => {
  const files = [...$("file").files];
  $("file").value = "";
  await offerAll(files, Boolean($("file").dataset.media));
});

$("input").addEventListener("paste", async (event) => {
  const files = [...event.clipboardData.files];
  if (!files.length) return;
  event.preventDefault();
  await offerAll(files, true);
});

$("chat").addEventListener("dragover", (event) => event.preventDefault());
$("chat").addEventListener("drop", async (event) => {
  event.preventDefault();
  if (person && !$("composer").hidden) await offerAll(event.dataTransfer.files, true);
});
