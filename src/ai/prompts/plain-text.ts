/** One line of what a model wrote: without control characters, invisible characters and halves of characters. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Web and mail addresses, also hidden behind words as Markdown and Slack write them. Names such as Node.js are none. */
export function hasLink(text: string): boolean {
  return /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:javascript|mailto|data):[^\s]|\]\(|\b[\w-]+\.(?:com|org|gg|ly|info|biz|xyz|ru)\b|[^\s@]@[\w-]+\.\w/i.test(
    text,
  );
}

/** Markdown, HTML and the mentions of chat platforms. */
export function hasMarkup(text: string): boolean {
  return /[*_~`|]{2}|`|^\s*(?:#+|[-*>]|\d+[.)])\s|<[/!@#a-z]|@(?:everyone|here|channel)\b/i.test(text);
}

/** Whether text repeats ten words in a row of what the model was told, the sign of a model that talks about its rules. */
export function quotes(text: string, told: string): boolean {
  const words = wordsOf(text);
  const source = ` ${wordsOf(told).join(" ")} `;
  return words.some((_, at) => at + 10 <= words.length && source.includes(` ${words.slice(at, at + 10).join(" ")} `));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
