import type { SKRSContext2D } from "@napi-rs/canvas";
import { fitted, INK } from "./chart-card.ts";

/** A number over grid lines, with a rim in the colour of the card. */
export function haloed(pen: SKRSContext2D, text: string, { x, y }: { x: number; y: number }): void {
  pen.strokeStyle = INK.card;
  pen.lineWidth = 10;
  pen.lineJoin = "round";
  pen.strokeText(text, x, y);
  pen.fillStyle = INK.quiet;
  pen.fillText(text, x, y);
}

/** In the direction of its own letters, wherever it is aligned. */
export function write(pen: SKRSContext2D, text: string, { x, y }: { x: number; y: number }): void {
  pen.direction = directionOf(text);
  pen.fillText(text, x, y);
  pen.direction = "ltr";
}

/** By the first letter that has one. */
function directionOf(text: string): "ltr" | "rtl" {
  const [first = ""] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? "rtl" : "ltr";
}

/** Broken between words; what does not fit in the last line shows as an ellipsis. */
export function wrapped(pen: SKRSContext2D, text: string, { width, max }: { width: number; max: number }): string[] {
  const words = text.replaceAll(/\s+/g, " ").trim().split(" ").slice(0, 60);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < max - 1) {
    let line = words.shift() ?? "";
    while (words[0] !== undefined && pen.measureText(`${line} ${words[0]}`).width <= width) line += ` ${words.shift()}`;
    lines.push(fitted(pen, line, width));
  }
  if (words.length > 0) lines.push(fitted(pen, words.join(" "), width));
  return lines;
}
