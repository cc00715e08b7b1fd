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

    async latest({ channel, viewer, before, limit }: LatestRequest): Promise<MessageRow[]> {
      const rows = await db.playgroundMessage.findMany({
        where: {
          channel,
          OR: [{ visibleTo: null }, { visibleTo: viewer }],
          ...(before && { createdAt: { lt: before } }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.reverse();
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
      await db.playgroundFile.create({ data: { ...file, bytes: new Uint8Array(bytes) } });
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
  readonly viewer: string;
  readonly before: Date | null;
  readonly limit: number;
}
