import { type Config, readConfig } from "./config.ts";
import { explainFailure } from "./failure.ts";
import { startGreenroom } from "./greenroom.ts";

/** A stop that takes longer than this is given up. Platforms take at most 8 s of it. */
const STOP_MS = 10_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
let config: Config | undefined;
try {
  config = readConfig();
  say("Greenroom");
  const greenroom = startGreenroom(config, say);
  // From the first moment on: what has started by then is what stops.
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    greenroom.stop();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  await greenroom.ended;
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainFailure(error, config) ?? (error as Error).stack ?? error}\n`);
  process.exit(1);
}
