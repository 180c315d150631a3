import { type Html, html } from "../../../http/pages/html.ts";
import type { Phase } from "./event-phase.ts";

/** As the staff reads them. */
const phaseNames: Readonly<Record<Phase, string>> = {
  scheduled: "Scheduled",
  lobby: "Lobby is open",
  live: "Live",
  ended: "Ended",
  "on-demand": "On demand",
  expired: "Expired",
};

const looks: Readonly<Record<Phase, string>> = {
  scheduled: "badge",
  lobby: "badge warn",
  live: "badge bad live",
  ended: "badge quiet",
  "on-demand": "badge good",
  expired: "badge quiet",
};

export function phaseBadge(phase: Phase, name: Html | string = phaseNames[phase]): Html {
  return html`<span class="${looks[phase]}">${name}</span>`;
}
