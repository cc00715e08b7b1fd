import { readConfig } from "#src/config.ts";
import { startGreenroom } from "#src/greenroom.ts";
import { answerCalls, settingsOf } from "../remote.ts";

// The whole of ours, as main.ts starts it. Whoever measures it waits until its platform has seen it.
const settings = { LOG_LEVEL: "warn", ...settingsOf<Record<string, string>>() };
const { ended } = startGreenroom(readConfig(settings), () => {});
answerCalls({});
await ended;
