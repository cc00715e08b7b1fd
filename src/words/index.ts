import { en } from "./en.ts";

/** Every sentence that a person reads. A second language is a second file of this type. */
export type Words = typeof en;
export type Locale = keyof typeof catalogues;

export function wordsOf(locale: Locale): Words {
  return catalogues[locale];
}

const catalogues = { en } satisfies Record<string, typeof en>;
