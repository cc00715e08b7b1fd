import { LIMITS } from "./limits.ts";

/**
 * A thread of the reader that ends the whole process: at its memory limit, and at twice its time limit, when the parent
 * that should have ended it is gone. The reader's own thread is too busy to look.
 */
const started = performance.now();

setInterval(() => {
  const tooMuch = process.memoryUsage.rss() > LIMITS.memoryMegabytes * 1024 * 1024;
  if (tooMuch || performance.now() - started > LIMITS.milliseconds * 2) process.kill(process.pid, "SIGKILL");
}, 20);
