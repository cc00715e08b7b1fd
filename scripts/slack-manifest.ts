import { commands } from "#commands/index.ts";
import { readConfig } from "#src/config.ts";
import { createLink, createManifest } from "#src/platforms/slack/manifest.ts";

// npm run slack:manifest [-- https://your.host]: the app that the commands need, in Socket Mode or, with an address, over
// HTTP. The link at the end opens Slack's "create app" page with everything filled in.
const address = process.argv[2];
const commandName = readConfig().slack?.commandName ?? "/prep";
const requestUrl = address && new URL("/slack/events", address).href;
const manifest = createManifest({ commands, commandName, ...(requestUrl && { requestUrl }) });
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n\nCreate the app: ${createLink(manifest)}\n`);
