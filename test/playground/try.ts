/** Opens the playground with the pretend commands, for looking at it: `npx node test/playground/try.ts [port]`. */
import { startWorld } from "./world.ts";

const world = await startWorld(Number(process.argv[2] ?? 3000));
process.stdout.write(`Open ${world.origin}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => world.stop());
