import { createGeminiModel } from "#src/ai/gemini.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { modelContract } from "#test/contracts/model.ts";
import { startGeminiServer } from "#test/servers/gemini.ts";
import { wellBehaved } from "./well-behaved.ts";

modelContract("the built-in coach", async () => ({ model: createOfflineModel(() => 0.5), stop: async () => {} }));

modelContract("Gemini", async () => {
  const server = await startGeminiServer();
  server.answers(wellBehaved);
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: "gemini-3.8-flash",
    apiUrl: server.url,
    observe: { called() {} },
  });
  return { model, stop: server.stop };
});
