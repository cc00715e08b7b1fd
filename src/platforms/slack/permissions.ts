import type { KnownBlock, ModalView } from "@slack/types";
import { wordsOf } from "#src/words/index.ts";
import { list, object } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { plainText } from "./text.ts";

/** What this app may do in its workspace: Slack says so with every answer, so a permission that is given later counts at once. */
export interface Permissions {
  /** Hears an answer of the Web API, or the error that came in its place. */
  heard(answer: unknown): void;
  mayReadFiles(): boolean;
  /**
   * The form as Slack takes it here: it refuses a whole view for one file field without "files:read"
   * (docs.slack.dev/reference/block-kit/block-elements/file-input-element). The same object where nothing is in the way.
   */
  fit(view: ModalView): ModalView;
}

export function createPermissions(): Permissions {
  // Where Slack says nothing, a proxy between for example, everything is tried.
  let scopes: readonly unknown[] | undefined;
  const mayReadFiles = (): boolean => scopes?.includes("files:read") ?? true;
  return {
    heard(answer) {
      const given = object(answer);
      const metadata = object(given.response_metadata ?? object(given.data).response_metadata);
      if (Array.isArray(metadata.scopes)) scopes = list(metadata.scopes);
    },
    mayReadFiles,
    fit(view) {
      if (mayReadFiles() || !view.blocks.some(isFileField)) return view;
      return { ...view, blocks: view.blocks.map((block) => (isFileField(block) ? instead(block) : block)) };
    },
  };
}

const { slack: words } = wordsOf("en");

type FileField = KnownBlock & { readonly type: "input" };

function isFileField(block: ModalView["blocks"][number]): block is FileField {
  return block.type === "input" && "element" in block && block.element.type === "file_input";
}

function instead({ label }: FileField): KnownBlock {
  return { type: "section", text: plainText(words.noFiles(label.text), LIMITS.section) };
}
