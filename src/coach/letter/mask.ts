import type { Contact } from "#src/documents/resume-document.ts";
import { ADDRESSES } from "../resume/improve/blanking.ts";

/** Name, e-mail and phone of a person, and all addresses and phone numbers, as signs that say nothing: they never leave this machine. */
export interface Mask {
  hide(text: string): string;
  show(text: string): string;
}

export function createMask({ name = "", email = "", phone = "" }: Pick<Contact, "name" | "email" | "phone">): Mask {
  const signs = new Map<string, string>();
  const signFor = (secret: string) => {
    const known = [...signs].find(([, hidden]) => hidden === secret);
    if (known) return known[0];
    const sign = `(private ${signs.size + 1})`;
    signs.set(sign, secret);
    return sign;
  };
  const parts = name.split(/[\s.]+/).filter((part) => part.length >= 3);
  const whole = [name, email, phone, ...parts].filter((secret) => secret.trim() !== "");
  // Addresses first: a name that stands in one must not leave the rest of it.
  const patterns = [...ADDRESSES, ...whole.flatMap(spellings).map(wholeWord)];
  return {
    hide: (text) => patterns.reduce((left, pattern) => left.replace(pattern, (found) => signFor(found)), text),
    show(text) {
      let shown = text;
      for (const [sign, secret] of signs) shown = shown.replaceAll(sign, () => secret);
      return shown;
    },
  };
}

/** Never in small letters: "will" and "mark" are words of any ad. */
function spellings(secret: string): string[] {
  const title = secret.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([secret, secret.toUpperCase(), title])];
}

function wholeWord(secret: string): RegExp {
  const escaped = secret.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu");
}
