import type { Database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** The conversation of the browser playground. Fits platforms/playground/store.ts by its shape. */
export function createPlaygroundStore(db: Database) {
  return {
    async add({ content, ...message }: MessageRow): Promise<boolean> {
      const row = { ...message, content: content as Prisma.InputJsonObject };
      const { count } = await db.playgroundMessage.createMany({ data: [row], skipDuplicates: true });
      return count === 1;
    },

    async find(id: string): Promise<MessageRow | undefined> {
      return (await db.playgroundMessage.findUnique({ where: { id } })) ?? undefined;
    },

    async latest({ channel, thread, viewer, before, limit }: LatestRequest): Promise<MessageRow[]> {
      const rows = await db.playgroundMessage.findMany({
        where: {
          channel,
          thread,
          NOT: { content: { path: ["kind"], equals: "thread" } },
          OR: [{ visibleTo: null }, { visibleTo: viewer }],
          ...(before && { createdAt: { lt: before } }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.reverse();
    },

    // Nothing is older than what it stands below: `since` keeps the database to one end of its index.
    async below({ channel, viewer, threads, since, limit }: BelowRequest): Promise<MessageRow[]> {
      return db.$queryRaw`
        SELECT "id", "channel", "thread", "author", "visibleTo", "content", "createdAt", "editedAt" FROM (
          SELECT *, row_number() OVER (
            PARTITION BY "thread", "content"->>'kind' = 'thread' ORDER BY "createdAt" DESC, "id" DESC) AS "place"
          FROM "PlaygroundMessage"
          WHERE "channel" = ${channel} AND "createdAt" >= ${since} AND "thread" = ANY(${[...threads]})
            AND ("visibleTo" IS NULL OR "visibleTo" = ${viewer})) AS m
        WHERE "place" <= ${limit} ORDER BY "createdAt", "id"`;
    },

    async newest(viewer: string, channels: readonly string[]): Promise<{ channel: string; createdAt: Date }[]> {
      return db.$queryRaw`
        SELECT c."channel", m."createdAt" FROM unnest(${[...channels]}::text[]) AS c("channel"), LATERAL (
          SELECT "createdAt" FROM "PlaygroundMessage" p
          WHERE p."channel" = c."channel" AND p."author" <> ${viewer}
            AND (p."visibleTo" IS NULL OR p."visibleTo" = ${viewer})
          ORDER BY p."createdAt" DESC LIMIT 1) AS m`;
    },

    async edit(id: string, content: object, editedAt: Date): Promise<boolean> {
      const data = { content: content as Prisma.InputJsonObject, editedAt };
      const { count } = await db.playgroundMessage.updateMany({ where: { id }, data });
      return count === 1;
    },

    async remove(id: string): Promise<void> {
      await db.playgroundMessage.deleteMany({ where: { id } });
    },

    async addFile({ bytes, ...file }: FileRow): Promise<void> {
      const row = { ...file, bytes: new Uint8Array(bytes) };
      await db.playgroundFile.createMany({ data: [row], skipDuplicates: true });
    },

    async findFile(id: string): Promise<FileRow | undefined> {
      return (await db.playgroundFile.findUnique({ where: { id }, omit: { createdAt: true } })) ?? undefined;
    },

    // Asked of the database so that the bytes stay there.
    async describeFiles(ids: readonly string[]): Promise<(Omit<FileRow, "bytes"> & { size: number })[]> {
      return db.$queryRaw`
        SELECT "id", "name", "mediaType", octet_length("bytes") AS "size"
        FROM "PlaygroundFile" WHERE "id" = ANY(${[...ids]})`;
    },

    async removeFiles(ids: readonly string[]): Promise<void> {
      await db.playgroundFile.deleteMany({ where: { id: { in: [...ids] } } });
    },
  };
}

interface MessageRow {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly author: string;
  readonly visibleTo: string | null;
  readonly content: unknown;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface LatestRequest {
  readonly channel: string;
  readonly thread: string | null;
  readonly viewer: string;
  readonly before: Date | null;
  readonly limit: number;
}

interface BelowRequest {
  readonly channel: string;
  readonly viewer: string;
  readonly threads: readonly string[];
  readonly since: Date;
  readonly limit: number;
}
