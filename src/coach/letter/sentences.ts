/** The sentences of a paragraph; joined by a space they are the paragraph again. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  for (const piece of paragraph
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<=[.!?…]["”’)]?) (?=["“‘(]?[\p{Lu}\p{Lo}\p{N}])/u)) {
    const before = sentences.at(-1);
    if (before !== undefined && ABBREVIATION.test(before)) sentences[sentences.length - 1] = `${before} ${piece}`;
    else sentences.push(piece);
  }
  return sentences.filter((sentence) => sentence !== "");
}

/** Whether a text ends as sentences do. */
export function endsWell(text: string): boolean {
  return /[.!?]["”’)]?$/.test(text.trim()) && !/(?:\.\.\.|…)["”’)]?$/.test(text.trim());
}

/** A dot after these, or after a single capital, ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("])(?:St|Mt|Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|Bros|Jr|Sr|No|Nr|vs|approx|dept|est|e\.g|i\.e|cf|\p{Lu})\.$/u;
