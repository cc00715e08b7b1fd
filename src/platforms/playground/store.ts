import type { Attachment } from "#src/chat/option.ts";

/** Where the conversation of the playground is kept. The database implements it; nothing here knows how. */
export interface PlaygroundStore {
  /** False when a message with this id is already there: nothing was changed. */
  add(message: StoredMessage): Promise<boolean>;
  find(id: string): Promise<StoredMessage | undefined>;
  /** The newest messages that this viewer may see, oldest first; with `before`, those older than it. */
  latest(request: { channel: string; viewer: string; before: Date | null; limit: number }): Promise<StoredMessage[]>;
  /** False when the message is gone. */
  edit(id: string, content: object, editedAt: Date): Promise<boolean>;
  remove(id: string): Promise<void>;
  addFile(file: StoredFile): Promise<void>;
  findFile(id: string): Promise<StoredFile | undefined>;
  /** Everything about a file but its bytes. */
  describeFiles(ids: readonly string[]): Promise<FileDescription[]>;
  removeFiles(ids: readonly string[]): Promise<void>;
}

export interface StoredMessage {
  readonly id: string;
  readonly channel: string;
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
