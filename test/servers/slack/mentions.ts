import { asJson, type Json } from "./types.ts";

const live = /<(?:!(?:channel|here|everyone|group|subteam\^([A-Z0-9]+))(?:\|[^>]*)?|@([UW][A-Z0-9]+)(?:\|[^>]*)?)>/g;

/** Mentions that would really notify people: in `text`, in mrkdwn and markdown, in rich text. */
export function liveMentions(message: Json, mayMention: (id: string) => boolean): string[] {
  const found: string[] = [];
  const read = (text: string): void => {
    for (const [mention, group, person] of text.matchAll(live)) {
      const id = group ?? person;
      if (id === undefined || !mayMention(id)) found.push(mention);
    }
  };
  if (typeof message.text === "string") read(message.text);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    const object = asJson(value);
    if ((object.type === "mrkdwn" || object.type === "markdown") && typeof object.text === "string") read(object.text);
    if (object.type === "broadcast") found.push("rich_text broadcast");
    if (object.type === "usergroup" && !mayMention(String(object.usergroup_id)))
      found.push(`rich_text usergroup ${String(object.usergroup_id)}`);
    if (object.type === "user" && !mayMention(String(object.user_id)))
      found.push(`rich_text user ${String(object.user_id)}`);
    Object.values(object).forEach(walk);
  };
  walk(message.blocks);
  if (message.link_names === true || message.parse === "full") found.push("link_names / parse: full");
  return found;
}
