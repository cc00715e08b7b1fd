import type { Poster } from "#src/chat/platform.ts";

// The shapes of the port, by the names that it gives them.
export type Target = Parameters<Poster["post"]>[0];
export type PostOptions = Parameters<Poster["post"]>[2];
export type Posted = Awaited<ReturnType<Poster["post"]>>;
export type Sought = Parameters<Poster["find"]>[1];
export type Found = Awaited<ReturnType<Poster["find"]>>;
export type PostCheck = Awaited<ReturnType<Poster["check"]>>;
export type Refusal = Omit<Extract<PostCheck, { ok: false }>, "ok">;
export type Mention = NonNullable<Extract<PostCheck, { ok: true }>["mention"]>;
