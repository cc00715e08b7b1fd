import { asJson, type Json } from "./types.ts";

const live = /<(?:!(?:channel|here|everyone|group|subteam\^[A-Z0-9]+)(?:\|[^>]*)?|@([UW][A-Z0-9]+)(?:\|[^>]*)?)>/g;

/** Mentions that would really notify people: in `text`, in mrkdwn and markdown, in rich text. */
export function liveMentions(message: Json, mayMention: (userId: string) => boolean): string[] {
  const found: string[] = [];
  const read = (text: string): void => {
    for (const match of text.matchAll(live)) if (match[1] === undefined || !mayMention(match[1])) found.push(match[0]);
  };
  if (typeof message.text === "string") read(message.text);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    const object = asJson(value);
    if ((object.type === "mrkdwn" || object.type === "markdown") && typeof object.text === "string") read(object.text);
    if (object.type === "broadcast" || object.type === "usergroup") found.push(`rich_text ${String(object.type)}`);
    if (object.type === "user" && !mayMention(String(object.user_id)))
      found.push(`rich_text user ${String(object.user_id)}`);
    Object.values(object).forEach(walk);
  };
  walk(message.blocks);
  if (message.link_names === true || message.parse === "full") found.push("link_names / parse: full");
  return found;
}
