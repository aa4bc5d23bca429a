// The sandbox's time: ticks with the real clock from the last known moment.

import { $ } from "./dom.js";
import { advanceClock } from "./server.js";
import { momentOf, t } from "./texts.js";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
let known = { at: Date.now(), measured: performance.now() };

export const now = () => new Date(known.at + performance.now() - known.measured);

export function setClock({ now: moment, offset_s }) {
  known = { at: Date.parse(moment), measured: performance.now() };
  const minutes = Math.round(offset_s / 60);
  const ahead = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  $("clock-offset").textContent = minutes ? t("ahead", ...ahead) : t("onTime");
  tick();
}

function tick() {
  $("clock-now").textContent = momentOf(now());
  $("clock-now").dateTime = now().toISOString();
}

setInterval(tick, 1000);
$("hour").addEventListener("click", async () => setClock(await advanceClock(HOUR_S)));
$("day").addEventListener("click", async () => setClock(await advanceClock(DAY_S)));
