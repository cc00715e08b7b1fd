import { registerHooks } from "node:module";

/**
 * Takes away every way to a network, before a library is loaded. Node's permissions cover files and processes; this Node
 * has none for sockets. The libraries that read files need none of these.
 */
export function cutOff(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const name = specifier.replace(/^node:/, "").split("/")[0] ?? "";
      if (NETWORK.has(name) && !specifier.startsWith(".")) throw new Error(`No ${name} in a reader`);
      return next(specifier, context);
    },
  });
  for (const name of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) Reflect.deleteProperty(globalThis, name);
  process.getBuiltinModule = () => undefined;
}

const NETWORK = new Set(["net", "tls", "http", "https", "http2", "dgram", "dns", "inspector", "cluster", "undici"]);
