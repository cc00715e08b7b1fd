/** The address if a reader of a file may safely follow it: https, mailto and tel, nothing else. */
export function safeLink(url: string): string | undefined {
  if (/[\s\p{Cc}\p{Cf}<>"\\]/u.test(url) || url.length > 2000) return undefined;
  const parsed = URL.parse(url);
  if (!parsed || !["https:", "mailto:", "tel:"].includes(parsed.protocol)) return undefined;
  // Only plain letters may stand in a link of a PDF; URL has written the others as %xx.
  return /^[\x21-\x7e]+$/.test(parsed.href) ? parsed.href : undefined;
}

export function mailLink(address: string): string | undefined {
  return /^[^\s@?&:]+@[^\s@?&:]+$/.test(address) ? safeLink(`mailto:${encodeURI(address)}`) : undefined;
}

export function phoneLink(phone: string): string | undefined {
  const digits = phone.replace(/(?!^\+)\D/g, "");
  return /^\+?\d{5,15}$/.test(digits) ? `tel:${digits}` : undefined;
}

/** An address as people write it. */
export function shownAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?|^mailto:|^tel:/i, "").replace(/\/$/, "");
}
