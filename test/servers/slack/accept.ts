import { allElements, withIds } from "./block-tree.ts";
import { pictureProblems } from "./file-rules.ts";
import { blockProblems, checkText, tooLong } from "./limits.ts";
import { liveMentions } from "./mentions.ts";
import type { Slack } from "./slack.ts";
import { asJson, asList, asText, type Json, Refusal } from "./types.ts";

/** Undocumented, about 13.2 k characters of blocks: slackapi/bolt-js#2509. */
const mostBlockCharacters = 13_200;
/** chat.postMessage truncates above this; a bot has no use for a cut message, so it is refused. */
const mostTextCharacters = 40_000;
const mostViewBytes = 250_000;
/** A file_input needs it (docs.slack.dev/reference/block-kit/block-elements/file-input-element); how Slack refuses is not documented. */
const FILES = "files:read";

/** The text and blocks of a message Slack would take; throws the Refusal it would answer with. */
export function acceptMessage(slack: Slack, message: Json, where: string): { text: string; blocks: Json[] } {
  const violate = (words: string): unknown => slack.violations.push(`${where}: ${words}`);
  const text = asText(message.text);
  const markdown = asText(message.markdown_text);
  if (markdown !== "" && (text !== "" || message.blocks !== undefined)) throw new Refusal("markdown_text_conflict");
  const hasBlocks = Array.isArray(message.blocks) && message.blocks.length > 0;
  if (text === "" && markdown === "" && !hasBlocks && message.attachments === undefined) throw new Refusal("no_text");
  if (text === "" && markdown === "")
    violate("no top-level `text`: notifications and screen readers have nothing to show");
  for (const mention of liveMentions(message, slack.options.mayMention)) violate(`live mention ${mention}`);
  if (text.length > mostTextCharacters || (where === "chat.update" && text.length > 4000) || markdown.length > 12_000) {
    violate("msg_too_long");
    throw new Refusal("msg_too_long");
  }
  if (
    typeof message.blocks === "string" ||
    (message.blocks !== undefined && message.blocks !== null && !Array.isArray(message.blocks))
  )
    throw new Refusal("invalid_blocks_format");
  if (!hasBlocks) return { text: text || markdown, blocks: [] };
  const blocks = asList(message.blocks);
  const problems = [
    ...blockProblems(message.blocks, "message"),
    ...slack.contract.blocks(blocks).map((line) => `[ERROR] ${line}`),
  ];
  if (problems.length > 0) {
    problems.forEach(violate);
    throw new Refusal("invalid_blocks", { errors: problems, response_metadata: { messages: problems } });
  }
  // No violation: a picture may be not ready yet, and who sends it may try again.
  const pictures = pictureProblems(slack, blocks);
  if (pictures.length > 0)
    throw new Refusal("invalid_blocks", { errors: pictures, response_metadata: { messages: pictures } });
  if (JSON.stringify(blocks).length > mostBlockCharacters) {
    violate(`msg_blocks_too_long (${JSON.stringify(blocks).length})`);
    throw new Refusal("msg_blocks_too_long");
  }
  return { text, blocks: withIds(blocks) };
}

/** A view Slack would take, its blocks named; throws invalid_arguments or view_too_large. */
export function acceptView(
  slack: Slack,
  value: unknown,
  { where, type }: { where: string; type: "modal" | "home" },
): Json {
  const view = asJson(typeof value === "string" ? parsed(value) : value);
  const problems: string[] = [];
  const report = (pointer: string, words: string): unknown =>
    problems.push(`[ERROR] ${words} [json-pointer:/view${pointer}]`);
  if (view.type !== type) report("/type", `must be ${type}`);
  problems.push(...blockProblems(view.blocks, type));
  const text = (field: string, most: number, required = false): void =>
    checkText(view[field], { pointer: `/${field}`, most, plain: true, required, report });
  if (type === "modal") {
    text("title", 24, true);
    text("submit", 24);
    text("close", 24);
    if (asList(view.blocks).some((block) => block.type === "input") && view.submit === undefined)
      report("", "missing required field: submit");
  }
  for (const [field, most] of [
    ["private_metadata", 3000],
    ["callback_id", 255],
    ["external_id", 255],
  ] as const) {
    const long = tooLong(view[field], most);
    if (long) report(`/${field}`, long);
  }
  problems.push(...slack.contract.view(view).map((line) => `[ERROR] ${line}`));
  problems.push(
    ...liveMentions({ blocks: view.blocks }, slack.options.mayMention)
      .map((mention) => `live mention ${mention}`)
      .filter((line) => {
        slack.violations.push(`${where}: ${line}`);
        return false;
      }),
  );
  if (problems.length > 0) {
    slack.violations.push(...problems.map((line) => `${where}: ${line}`));
    throw new Refusal("invalid_arguments", { response_metadata: { messages: problems } });
  }
  const { scopes } = slack.options;
  if (allElements(asList(view.blocks)).some(({ element }) => element.type === "file_input") && !scopes.includes(FILES))
    throw new Refusal("missing_scope", { needed: FILES, provided: scopes.join(",") });
  if (Buffer.byteLength(JSON.stringify(view)) > mostViewBytes) throw new Refusal("view_too_large");
  return { ...view, blocks: withIds(asList(view.blocks)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
