import type { RichTextBlock } from "@slack/types";
import { type Block, type Message, shorten, tableOf } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { LIMITS } from "../limits.ts";
import { pack } from "../pack.ts";
import { drawBlock, noteUnits, type Part, type Unit } from "../render.ts";
import { clean } from "../text.ts";
import type { Uploaded, Uploads } from "./uploads.ts";

export interface Drawing {
  readonly uploads: Uploads;
  /** The whole post as a file, for when one message does not hold it. */
  readonly whole?: Uploaded | undefined;
  /** Id of the user group that is notified; nothing else in a post ever is. */
  readonly mention?: string | undefined;
}

/** A post as the one message that it is. Not complete: what was left out must come along as the whole. */
export function drawPost(given: Message, { uploads, whole, mention }: Drawing): { part: Part; complete: boolean } {
  const message = clean(given);
  const native = { tables: 1, charts: LIMITS.chart.perMessage };
  const units = message.blocks.flatMap((block, index) => {
    const uploaded = uploads.get(index);
    if (uploaded) return uploadedUnits(block, uploaded);
    if (block.kind !== "image" && block.kind !== "file") return drawBlock(block, native);
    return [...drawBlock(block, native), ...noteUnits(words.notAttached(block.file.name))];
  });
  const [left = { blocks: [] }] = whole ? [linkUnit(words.restAttached, whole)] : noteUnits(words.restLost);
  const group = mention !== undefined && GROUP.test(mention) ? `<!subteam^${mention}>` : undefined;
  const { parts, complete } = pack([...(group ? [mentionUnit(group)] : []), ...units], {
    summary: message.summary,
    kind: "message",
    most: 1,
    left,
  });
  const [part] = parts;
  // Slack shows a private file to the channel when the app that owns it names its address in a message.
  const links = [...(whole && !complete ? [whole] : []), ...linked(message, uploads)].map(({ link }) => `<${link}| >`);
  return { part: { ...part, text: [group, part.text, ...links].filter(Boolean).join(" ") }, complete };
}

const { posting: words } = wordsOf("en").slack;

const GROUP = /^S[A-Z0-9]{1,30}$/;

function mentionUnit(group: string): Unit {
  return { blocks: [{ type: "section", text: { type: "mrkdwn", text: group } }] };
}

function uploadedUnits(block: Block, uploaded: Uploaded): Unit[] {
  switch (block.kind) {
    case "ranges":
      return [picture(uploaded, block.alt, drawBlock(tableOf(block), { tables: 0, charts: 0 }))];
    case "image":
      return [picture(uploaded, block.alt, drawBlock(block, { tables: 0, charts: 0 }))];
    case "file":
      return [linkUnit(block.description, uploaded)];
    default:
      return [];
  }
}

function picture({ id }: Uploaded, alt: string, instead: readonly Unit[]): Unit {
  return {
    blocks: [{ type: "image", slack_file: { id }, alt_text: shorten(alt.trim() || "–", LIMITS.altText) }],
    plainer: instead.flatMap(({ blocks }) => blocks),
  };
}

function linkUnit(said: string, { link, name }: Uploaded): Unit {
  const elements = [
    { type: "text" as const, text: `${shorten(said, LIMITS.richText)} ` },
    { type: "link" as const, url: link, text: name },
  ];
  const block: RichTextBlock = { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
  return { blocks: [block] };
}

function linked({ blocks }: Message, uploads: Uploads): Uploaded[] {
  return blocks.flatMap((block, index) => {
    const uploaded = block.kind === "file" ? uploads.get(index) : undefined;
    return uploaded ? [uploaded] : [];
  });
}
