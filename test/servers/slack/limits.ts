import { allBlocks, allElements, type Placed } from "./block-tree.ts";
import { chartProblems } from "./chart-limits.ts";
import { elementProblems } from "./element-limits.ts";
import { asJson, asList, asText, type Json } from "./types.ts";

export type Surface = "message" | "modal" | "home";
/** Says what is wrong at a JSON pointer; the words are the ones of Slack's response_metadata.messages. */
export type Report = (pointer: string, words: string) => void;

/** Slack's limits from https://docs.slack.dev/reference/block-kit/ and @slack/types 3.2.0; returns one line per problem. */
export function blockProblems(blocks: unknown, surface: Surface): string[] {
  const problems: string[] = [];
  const report: Report = (pointer, words) =>
    problems.push(`[ERROR] ${words} [json-pointer:${surface === "message" ? "" : "/view"}${pointer}]`);
  if (!Array.isArray(blocks)) {
    report("/blocks", "must provide an array");
    return problems;
  }
  const most = surface === "message" ? 50 : 100;
  if (blocks.length > most) report("/blocks", `no more than ${most} items allowed`);
  if (blocks.length === 0 && surface !== "message") report("/blocks", "must have at least 1 item");
  const list = asList(blocks);
  for (const { block, pointer } of allBlocks(list)) checkBlock({ block, pointer, surface, report });
  const elements = allElements(list);
  for (const placed of elements) elementProblems(placed, surface, report);
  uniqueIds(list, elements, report);
  cumulativeLimits(list, report);
  return problems;
}

/** Words for a text that is too long, as Slack puts it ("must be less than 151 characters"). */
export function tooLong(value: unknown, most: number): string | undefined {
  const text = typeof value === "string" ? value : asText(asJson(value).text);
  return text.length > most ? `must be less than ${most + 1} characters` : undefined;
}

/** Checks a text object: kind, not empty, length. */
export function checkText(
  value: unknown,
  rule: { pointer: string; most: number; plain?: boolean; required?: boolean; report: Report },
): void {
  const { pointer, most, plain, required, report } = rule;
  if (value === undefined || value === null) {
    if (required)
      report(
        pointer.slice(0, pointer.lastIndexOf("/")),
        `missing required field: ${pointer.slice(pointer.lastIndexOf("/") + 1)}`,
      );
    return;
  }
  const object = asJson(value);
  if (object.type !== "plain_text" && (plain || object.type !== "mrkdwn"))
    report(`${pointer}/type`, `unsupported type: ${asText(object.type) || typeof value}`);
  if (asText(object.text).trim() === "") report(`${pointer}/text`, "must be more than 0 characters");
  const long = tooLong(object, most);
  if (long) report(`${pointer}/text`, long);
}

const known: Record<string, readonly Surface[]> = {
  actions: ["message", "modal", "home"],
  alert: ["modal"],
  card: ["message"],
  carousel: ["message"],
  container: ["message", "modal", "home"],
  context: ["message", "modal", "home"],
  context_actions: ["message"],
  data_table: ["message"],
  data_visualization: ["message"],
  divider: ["message", "modal", "home"],
  header: ["message", "modal", "home"],
  image: ["message", "modal", "home"],
  input: ["message", "modal", "home"],
  markdown: ["message"],
  plan: ["message"],
  rich_text: ["message", "modal", "home"],
  section: ["message", "modal", "home"],
  table: ["message"],
  task_card: ["message"],
  video: ["message", "modal", "home"],
};

function checkBlock({
  block,
  pointer,
  surface,
  report,
}: {
  block: Json;
  pointer: string;
  surface: Surface;
  report: Report;
}): void {
  const type = asText(block.type);
  if (!known[type]?.includes(surface)) {
    report(`${pointer}/type`, `unsupported type: ${type}`);
    return;
  }
  if (tooLong(block.block_id, 255)) report(`${pointer}/block_id`, "must be less than 256 characters");
  const elements = asList(block.elements);
  const count = (field: string, list: unknown, least: number, most: number): void => {
    const length = Array.isArray(list) ? list.length : 0;
    if (length > most) report(`${pointer}/${field}`, `no more than ${most} items allowed`);
    if (length < least) report(`${pointer}/${field}`, `must have at least ${least} item${least === 1 ? "" : "s"}`);
  };
  const text = (field: string, most: number, rule: { plain?: boolean; required?: boolean } = {}): void =>
    checkText(block[field], { pointer: `${pointer}/${field}`, most, report, ...rule });
  switch (type) {
    case "section":
      if (block.text === undefined && !Array.isArray(block.fields)) report(pointer, "missing required field: text");
      text("text", 3000);
      if (block.fields !== undefined) count("fields", block.fields, 1, 10);
      asList(block.fields).forEach((field, index) =>
        checkText(field, { pointer: `${pointer}/fields/${index}`, most: 2000, report }),
      );
      break;
    case "header":
      return text("text", 150, { plain: true, required: true });
    case "context":
      count("elements", block.elements, 1, 10);
      elements.forEach((element, index) =>
        element.type === "image"
          ? checkImage(element, `${pointer}/elements/${index}`, report)
          : checkText(element, { pointer: `${pointer}/elements/${index}`, most: 3000, report }),
      );
      break;
    case "actions":
      return count("elements", block.elements, 1, 25);
    case "context_actions":
      return count("elements", block.elements, 1, 5);
    case "image":
      checkImage(block, pointer, report);
      return text("title", 2000, { plain: true });
    case "input":
      text("label", 2000, { plain: true, required: true });
      return text("hint", 2000, { plain: true });
    case "alert":
      return text("text", 200, { required: true });
    case "card":
      text("title", 150);
      text("subtitle", 150);
      text("body", 200);
      return block.actions === undefined ? undefined : count("actions", block.actions, 1, 3);
    case "carousel":
      return count("elements", block.elements, 1, 10);
    case "container":
      return count("child_blocks", block.child_blocks, 1, 10);
    case "data_table":
      if (asText(block.caption) === "") report(pointer, "missing required field: caption");
      return count("rows", block.rows, 2, 201);
    case "table":
      return count("rows", block.rows, 1, 100);
    case "data_visualization":
      return chartProblems(block, pointer, report);
    case "video":
      return asText(block.alt_text) === "" ? report(pointer, "missing required field: alt_text") : undefined;
  }
}

function checkImage(image: Json, pointer: string, report: Report): void {
  if (asText(image.alt_text) === "") report(pointer, "missing required field: alt_text");
  if (tooLong(image.alt_text, 2000)) report(`${pointer}/alt_text`, "must be less than 2001 characters");
  if (tooLong(image.image_url, 3000)) report(`${pointer}/image_url`, "must be less than 3001 characters");
  if (image.image_url === undefined && image.slack_file === undefined)
    report(pointer, "missing required field: image_url");
}

function uniqueIds(blocks: Json[], elements: Placed[], report: Report): void {
  const blockIds = new Set<string>();
  for (const { block, pointer } of allBlocks(blocks)) {
    const id = asText(block.block_id);
    if (id !== "" && blockIds.has(id)) report(`${pointer}/block_id`, `\`block_id\` \`${id}\` already exists`);
    blockIds.add(id);
  }
  const actionIds = new Map<Json, Set<string>>();
  for (const { element, block, pointer } of elements) {
    const seen = actionIds.get(block) ?? new Set();
    const id = asText(element.action_id);
    if (id !== "" && seen.has(id)) report(`${pointer}/action_id`, `\`action_id\` \`${id}\` already exists`);
    actionIds.set(block, seen.add(id));
  }
}

function cumulativeLimits(blocks: Json[], report: Report): void {
  const markdown = blocks
    .filter((block) => block.type === "markdown")
    .reduce((sum, block) => sum + asText(block.text).length, 0);
  if (markdown > 12_000) report("/blocks", "markdown text must be less than 12001 characters");
  if (blocks.filter((block) => block.type === "data_visualization").length > 2)
    report("/blocks", "no more than 2 data_visualization blocks allowed");
}
