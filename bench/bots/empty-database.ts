import { PGlite } from "@electric-sql/pglite";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { answerCalls, settingsOf } from "../remote.ts";

// An empty embedded database: ours, from the folder made at install time, or by PGlite itself, which runs initdb.
const { how, folder } = settingsOf<{ how: "copied" | "initdb"; folder: string }>();
const started = performance.now();
if (how === "copied") await startEmbeddedPostgres(folder);
else await PGlite.create(`${folder}/postgres`);
const seconds = (performance.now() - started) / 1000;
answerCalls({ seconds: () => seconds });
