import type { Logger } from "pino";
import type { Block, Drawing, Message } from "#src/chat/message.ts";

/** The message with its charts drawn. A chart that cannot be drawn stays, and is shown as its alt text. */
export async function withPictures(
  message: Message,
  { drawChart, log }: { drawChart: (chart: Drawing) => Promise<Uint8Array>; log: Logger },
): Promise<Message> {
  if (!message.blocks.some(({ kind }) => DRAWN.has(kind))) return message;
  const blocks = message.blocks.map(async (block): Promise<Block> => {
    if (block.kind !== "chart" && block.kind !== "ranges") return block;
    try {
      const bytes = await drawChart(block);
      return {
        kind: "image",
        file: { name: "chart.png", mediaType: "image/png", bytes },
        alt: `${block.title}: ${block.alt}`,
      };
    } catch (error) {
      log.warn({ error: String(error) }, "a chart could not be drawn");
      return block;
    }
  });
  return { ...message, blocks: await Promise.all(blocks) };
}

const DRAWN: ReadonlySet<Block["kind"]> = new Set(["chart", "ranges"]);
