import { type APIApplication, RequestMethod, Routes } from "discord.js";
import type { Asked, Asker } from "./ask.ts";

/** Who we are on Discord. */
export interface Self {
  readonly applicationId: string;
  readonly userId: string;
  /** As it stands in a server's list of members. */
  readonly name: string;
}

export type AskSelf = (signal: AbortSignal) => Promise<Asked<Self>>;

/** Asked once; it does not change while a token is good. */
export function createSelf({ ask }: Pick<Asker, "ask">): AskSelf {
  let known: Asked<Self> | undefined;
  return async (signal) => {
    if (known) return known;
    const asked = await ask<APIApplication>({ method: RequestMethod.Get, route: Routes.currentApplication(), signal });
    if (asked.kind !== "done") return asked;
    const { id, name, bot } = asked.value;
    // The bot of an application from before 2016 has an id of its own.
    known = { kind: "done", value: { applicationId: id, userId: bot?.id ?? id, name: bot?.username ?? name } };
    return known;
  };
}
