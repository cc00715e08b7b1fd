import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

/** A parsed font file, shared by all documents of the worker; parsed when its first character is needed. */
export interface Face {
  readonly name: string;
  readonly font: Font;
  has(codePoint: number): boolean;
}

export type Family = "serif" | "sans";
export type Cut = "regular" | "bold" | "italic";

/** The faces to ask for a character, best first. Han characters look different in each language that writes them. */
export function facesFor(family: Family, cut: Cut, language: string): readonly Face[] {
  const han = HAN_ORDER[language.split("-")[0] ?? ""] ?? HAN_ORDER.zh ?? [];
  const key = `${family} ${cut} ${han.join()}`;
  let faces = chains.get(key);
  if (!faces) {
    const other: Family = family === "serif" ? "sans" : "serif";
    faces = [family, other, "devanagari", "arabic", "hebrew", ...han].map((name) => faceOf(name, cut));
    chains.set(key, faces);
  }
  return faces;
}

const HAN_ORDER: Record<string, readonly string[]> = {
  zh: ["chinese", "japanese", "korean"],
  ja: ["japanese", "chinese", "korean"],
  ko: ["korean", "japanese", "chinese"],
};

const GOOGLE = (folder: string, name: string) => (cut: string) =>
  `@expo-google-fonts/${folder}/${cut}/${name}_${cut}.ttf`;

/** Whole font files from npm. Only the Latin, Greek and Cyrillic ones have an italic; the others stay upright. */
const FILES: Record<string, Record<Cut, string>> = {
  sans: cuts(GOOGLE("noto-sans", "NotoSans"), "600SemiBold", "400Regular_Italic"),
  serif: cuts(GOOGLE("noto-serif", "NotoSerif"), "600SemiBold", "400Regular_Italic"),
  devanagari: cuts(GOOGLE("noto-sans-devanagari", "NotoSansDevanagari"), "600SemiBold"),
  // Version 1, which draws a letter with its dots as one glyph; version 2 splits them, and no reader puts them together.
  arabic: cuts((cut) => `@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-${cut}.ttf`, "Bold", "Regular", "Regular"),
  hebrew: cuts(GOOGLE("noto-sans-hebrew", "NotoSansHebrew"), "600SemiBold"),
  japanese: cuts(GOOGLE("biz-udpgothic", "BIZUDPGothic"), "700Bold"),
  korean: cuts(GOOGLE("nanum-gothic", "NanumGothic"), "700Bold"),
  chinese: cuts((cut) => `@embedpdf/fonts-sc/fonts/NotoSansHans-${cut}.otf`, "Bold", "Regular", "Regular"),
};

function cuts(file: (cut: string) => string, bold: string, italic?: string, regular = "400Regular") {
  return { regular: file(regular), bold: file(bold), italic: file(italic ?? regular) };
}

const chains = new Map<string, readonly Face[]>();
const faces = new Map<string, Face>();

function faceOf(name: string, cut: Cut): Face {
  const file = FILES[name]?.[cut];
  if (!file) throw new RangeError(`There is no font ${name}`);
  let face = faces.get(file);
  if (!face) {
    face = newFace(file);
    faces.set(file, face);
  }
  return face;
}

function newFace(file: string): Face {
  let parsed: Font | undefined;
  const known = new Map<number, boolean>();
  const open = () => {
    // The last glyph of a file may be empty; fontkit then reads a few bytes past the end.
    parsed ??= create(Buffer.concat([readFileSync(pathOf(file)), Buffer.alloc(64)])) as Font;
    return parsed;
  };
  return {
    name: file,
    get font() {
      return open();
    },
    has(codePoint) {
      let has = known.get(codePoint);
      if (has === undefined) {
        has = mayHave(file, codePoint) && open().hasGlyphForCodePoint(codePoint);
        known.set(codePoint, has);
      }
      return has;
    },
  };
}

/** Where a package's `exports` hide its font files, the path is built from its entry. */
function pathOf(file: string): string {
  if (file.startsWith("@embedpdf/")) {
    const name = file.split("/").slice(0, 2).join("/");
    return fileURLToPath(new URL(`../${file.slice(name.length + 1)}`, import.meta.resolve(name)));
  }
  return fileURLToPath(import.meta.resolve(file));
}

/** Spares the parsing of a font whose script a character is surely not of. */
function mayHave(file: string, codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  if (/devanagari/i.test(file)) return /\p{Script_Extensions=Devanagari}|\u200c|\u200d|\u25cc|\u20b9/u.test(character);
  if (/arabic/i.test(file)) return /\p{Script_Extensions=Arabic}/u.test(character);
  if (/hebrew/i.test(file)) return /\p{Script=Hebrew}|\u20aa/u.test(character);
  if (/Han|biz|nanum/i.test(file)) return codePoint >= 0x2000 && !/\p{Script=Arabic}/u.test(character);
  return true;
}
