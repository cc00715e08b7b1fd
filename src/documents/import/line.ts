/** One line of a resume as a person sees it, whatever kind of file it came from. */
export interface Line {
  /** Without its bullet; spaces single; cells parted by a tab. */
  readonly text: string;
  /** Parts with a wide space between them, as a title at the left and its dates at the right. At least one. */
  readonly cells: readonly string[];
  readonly bullet: boolean;
  /** Height of the letters, in points; 0 where it is not known. */
  readonly size: number;
  /** Where the text begins, in points from its column's left edge (right edge in right-to-left writing). */
  readonly indent: number;
  /** The author marked it as a heading. */
  readonly heading: boolean;
  /** There is more space above it than between the lines of a paragraph. */
  readonly apart: boolean;
}

export interface Lines {
  readonly lines: readonly Line[];
  /** Targets of links, which need not be written out in the text. */
  readonly links: readonly { readonly url: string; readonly text?: string }[];
  readonly hiddenText: boolean;
  /** Some of it stands side by side, so that its sections are in the order of the page, not of the person. */
  readonly inColumns: boolean;
}

/** Bullets of Word and of everybody else; Symbol and Wingdings put theirs into the private use area. */
const BULLET = /^(?:[•●○◦▪▫■□◆◇♦❖➢➤►▶‣⁃∙·✓✔★✦–—*»›\uf000-\uf0ff-]|o(?=\s))\s*(?=\S)(?![\d%]+$)/u;
const NUMBER = /^\(?\d{1,2}[.)]\s+(?=\p{L})/u;

/** Takes off a bullet or a number. A dash or star needs a space behind it to be one. */
export function withoutBullet(text: string): { readonly text: string; readonly bullet: boolean } {
  const tight = /^[-–—*·»›]\S/u.test(text);
  const bare = tight ? text : text.replace(BULLET, "").replace(NUMBER, "");
  return { text: bare, bullet: bare !== text };
}

/** One way of writing what looks alike: compatible forms, single spaces, no invisible marks. */
export function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/(?!\t)\p{Cc}/gu, " ")
    .replace(/[^\S\t]+/g, " ")
    .replace(/ ?\t[\t ]*/g, "\t")
    .trim();
}
