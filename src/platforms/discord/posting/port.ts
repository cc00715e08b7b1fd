import type { Poster } from "#src/chat/platform.ts";

// The parts of the port to a platform's channels (src/coach/posting/poster.ts) by name.
export type Target = Parameters<Poster["find"]>[0];
export type Sought = Parameters<Poster["find"]>[1];
export type Posted = Awaited<ReturnType<Poster["post"]>>;
export type Found = Awaited<ReturnType<Poster["find"]>>;
export type PostCheck = Awaited<ReturnType<Poster["check"]>>;
export type Refusal = Omit<Extract<Posted, { kind: "refused" }>, "kind">;
