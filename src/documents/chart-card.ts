import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export const WIDTH = 1200;
export const MARGIN = 44;

// One hue, told apart by lightness alone: text 15:1 and 7:1 on the card, the line 6:1, the bar 3:1.
export const INK = {
  card: "#ffffff",
  edge: "#c9d1dc",
  text: "#17202e",
  quiet: "#475467",
  grid: "#d9dfe7",
  line: "#0b5cad",
  bar: "#6396d0",
  area: "#e6f0fa",
};

export function font(weight: 400 | 600, size: number): string {
  return `${weight} ${size}px ${FAMILY}`;
}

/** An empty card of the usual width, with the pen to draw on it. */
export function openCard(height: number): SKRSContext2D {
  const pen = createCanvas(WIDTH, height).getContext("2d");
  pen.lang = "en";
  pen.fillStyle = INK.card;
  pen.fillRect(0, 0, WIDTH, height);
  pen.strokeStyle = INK.edge;
  pen.lineWidth = 4;
  pen.strokeRect(2, 2, WIDTH - 4, height - 4);
  return pen;
}

/** On one line and no wider than `width`; what is left out shows as an ellipsis. */
export function fitted(pen: SKRSContext2D, text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (pen.measureText(line).width <= width) return line;
  const letters = Array.from(new Intl.Segmenter("en").segment(line), ({ segment }) => segment).slice(0, 200);
  while (letters.length > 0 && pen.measureText(`${letters.join("")}…`).width > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

export function path(pen: SKRSContext2D, dots: readonly Dot[]): void {
  pen.beginPath();
  for (const { x, y } of dots) pen.lineTo(x, y);
}

export function stroke(pen: SKRSContext2D, dots: readonly Dot[]): void {
  path(pen, dots);
  pen.stroke();
}

// A bare machine has no font at all, and then nothing would be written; so the fonts come with us, and only they are used.
const WEIGHTS = { 400: "400Regular", 600: "600SemiBold" };
const FONTS = [
  ...["latin", "latin-ext", "cyrillic", "greek"].flatMap((subset) =>
    Object.keys(WEIGHTS).map((weight) => ({
      name: `Inter ${subset}`,
      file: `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`,
    })),
  ),
  ...Object.values(WEIGHTS).map((cut) => ({
    name: "Noto Sans Hebrew",
    file: `@expo-google-fonts/noto-sans-hebrew/${cut}/NotoSansHebrew_${cut}.ttf`,
  })),
  ...["Regular", "Bold"].map((cut) => ({
    name: "Noto Naskh Arabic",
    file: `@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-${cut}.ttf`,
  })),
];
for (const { name, file } of FONTS) {
  if (!GlobalFonts.registerFromPath(pathOf(file), name)) throw new Error(`The font ${file} cannot be read`);
}
const FAMILY = [...new Set(FONTS.map(({ name }) => `"${name}"`))].join(", ");

/** The package of the Arabic font lets no file of its own be named, so it is found from where its code is. */
function pathOf(file: string): string {
  const [, name, rest] = /^(@embedpdf\/[^/]+)\/(.+)$/.exec(file) ?? [];
  if (name === undefined) return fileURLToPath(import.meta.resolve(file));
  return fileURLToPath(new URL(`../${rest}`, import.meta.resolve(name)));
}
