import type { Contact } from "#src/documents/resume-document.ts";

/** Name, e-mail and phone of a person as signs that say nothing: they never leave this machine. */
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
  return {
    hide(text) {
      let hidden = text;
      for (const secret of whole) hidden = hidden.replace(wholeWord(secret), signFor);
      return hidden
        .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, signFor)
        .replace(/\+?\(?\d[\d\s().-]{7,}\d/g, (found) =>
          found.replace(/\D/g, "").length >= 9 ? signFor(found) : found,
        );
    },
    show(text) {
      let shown = text;
      for (const [sign, secret] of signs) shown = shown.replaceAll(sign, () => secret);
      return shown;
    },
  };
}

function wholeWord(secret: string): RegExp {
  const escaped = secret.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu");
}
