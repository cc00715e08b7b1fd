import { monitorEventLoopDelay } from "node:perf_hooks";
import { readConfig } from "#src/config.ts";
import { startGreenroom } from "#src/greenroom.ts";
import { answerCalls, settingsOf } from "../remote.ts";

/** What the main thread can be asked about itself; milliseconds. */
export type GreenroomCalls = {
  watch(): void;
  /**
   * Since `watch`: the longest delay of the event loop, in which a busy machine's other programs have a part, and the most
   * that the thread itself computed between two ticks of a timer.
   */
  watched(): { delay: number; computed: number };
};

// The whole of ours, as main.ts starts it. Whoever measures it waits until its platform has seen it.
const settings = { LOG_LEVEL: "warn", ...settingsOf<Record<string, string>>() };
const { ended } = startGreenroom(readConfig(settings), () => {});
const delay = monitorEventLoopDelay({ resolution: 5 });
let computed = 0;
answerCalls({
  watch() {
    computed = 0;
    let last = process.threadCpuUsage();
    setInterval(() => {
      const now = process.threadCpuUsage();
      computed = Math.max(computed, now.user + now.system - last.user - last.system);
      last = now;
    }, 5).unref();
    delay.enable();
  },
  watched() {
    delay.disable();
    return { delay: delay.max / 1e6, computed: computed / 1000 };
  },
} satisfies GreenroomCalls);
await ended;
