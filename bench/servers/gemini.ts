import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCalls } from "../remote.ts";

// A Gemini that takes every question and never answers.
let waiting = 0;
const server = createServer((request, response) => {
  request.resume();
  waiting += 1;
  response.on("close", () => {
    waiting -= 1;
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
answerCalls({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waiting: () => waiting });
