import { allBlocks } from "./block-tree.ts";
import type { Slack } from "./slack.ts";
import { asJson, asText, type FileRecord, type Json } from "./types.ts";

/** What Slack says of pictures that it has no picture for: docs.slack.dev/reference/block-kit/composition-objects/slack-file-object. */
export function pictureProblems(slack: Slack, blocks: Json[]): string[] {
  return allBlocks(blocks).flatMap(({ block, pointer }) => {
    if (block.type !== "image" || block.slack_file === undefined) return [];
    const { id } = asJson(block.slack_file);
    const wrong = (words: string, at: string): string[] => [`[ERROR] ${words} [json-pointer:${pointer}${at}]`];
    if (!/^F[A-Z0-9]{8,}$/.test(asText(id)))
      return wrong("input must match regex pattern: ^[F][A-Z0-9]{8,}$", "/slack_file/id");
    const file = slack.world.files.get(asText(id));
    const isReady = file && isPicture(file) && performance.now() - (file.doneAt ?? 0) >= slack.options.pictureMs;
    return isReady ? [] : wrong("invalid slack file", "/slack_file");
  });
}

/** The files that a message brings along: the app that owns them names their address. A picture in its blocks is shared too. */
export function filesOf(slack: Slack, text: string, blocks: Json[]): FileRecord[] {
  const said = `${text} ${JSON.stringify(blocks)}`;
  const owned = [...slack.world.files.values()];
  for (const file of owned) if (said.includes(`"slack_file":{"id":"${file.id}"}`)) file.shared = true;
  const linked = owned.filter(({ id }) => said.includes(`${slack.origin}/files/${slack.world.botUserId}/${id}/`));
  for (const file of linked) file.shared = true;
  return linked;
}

/** By its first bytes, as Slack does: PNG, JPEG, GIF. */
function isPicture({ bytes }: FileRecord): boolean {
  return ["89504e47", "ffd8ff", "47494638"].some((magic) => bytes.toString("hex", 0, 4).startsWith(magic));
}
