import type { Attachment } from "#src/chat/option.ts";

/** Where the conversation of the playground is kept. The database implements it; nothing here knows how. */
export interface PlaygroundStore {
  /** False when a message with this id is already there: nothing was changed. */
  add(message: StoredMessage): Promise<boolean>;
  find(id: string): Promise<StoredMessage | undefined>;
  /**
   * The newest messages that this viewer may see in a channel or in one of its threads, oldest first; with `before`, those
   * older than it. What threads are called is not among them.
   */
  latest(request: LatestRequest): Promise<StoredMessage[]>;
  /** What each thread is called, and the newest that this viewer may see in each, oldest first. */
  below(request: BelowRequest): Promise<StoredMessage[]>;
  /** When the newest message of somebody else was written, of each channel that has one which this viewer may see. */
  newest(viewer: string, channels: readonly string[]): Promise<{ channel: string; createdAt: Date }[]>;
  /** False when the message is gone. */
  edit(id: string, content: object, editedAt: Date): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** A file with this id that is there already stays as it is. */
  addFile(file: StoredFile): Promise<void>;
  findFile(id: string): Promise<StoredFile | undefined>;
  /** Everything about a file but its bytes. */
  describeFiles(ids: readonly string[]): Promise<FileDescription[]>;
  removeFiles(ids: readonly string[]): Promise<void>;
}

interface LatestRequest {
  readonly channel: string;
  /** null: what stands in the channel itself. */
  readonly thread: string | null;
  readonly viewer: string;
  readonly before: Date | null;
  readonly limit: number;
}

interface BelowRequest {
  readonly channel: string;
  readonly viewer: string;
  readonly threads: readonly string[];
  /** When the oldest of the messages was written below which they stand. */
  readonly since: Date;
  /** At most so many of each thread. */
  readonly limit: number;
}

export interface StoredMessage {
  readonly id: string;
  readonly channel: string;
  /** The message below which it stands; null: in the channel itself. */
  readonly thread: string | null;
  /** "greenroom" or the id of a visitor. */
  readonly author: string;
  /** null: everybody in the channel. */
  readonly visibleTo: string | null;
  readonly content: unknown;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
}

export interface FileDescription {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const ADDRESS = "playground:file/";

/** An uploaded file as commands see it. Its address means something only to `fileIdOf`: nothing is fetched over the network. */
export function toAttachment({ id, name, mediaType, size }: FileDescription): Attachment {
  return { name, mediaType, size, url: `${ADDRESS}${id}` };
}

/** The id under which the store has an attachment of the playground; undefined for any other address. */
export function fileIdOf(url: string): string | undefined {
  return url.startsWith(ADDRESS) ? url.slice(ADDRESS.length) : undefined;
}
