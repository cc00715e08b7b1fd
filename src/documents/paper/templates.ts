import type { Family } from "./fonts.ts";
import type { PaperSize, Template } from "./request.ts";

/** All in points. */
export interface Style {
  readonly family: Family;
  readonly margin: { readonly side: number; readonly top: number; readonly bottom: number };
  readonly size: number;
  /** From one baseline to the next, per point of size. */
  readonly leading: number;
  readonly name: number;
  readonly heading: number;
  readonly centred: boolean;
  readonly ink: { readonly text: string; readonly quiet: string; readonly accent: string; readonly rule: string };
  readonly space: {
    readonly section: number;
    readonly afterHeading: number;
    readonly entry: number;
    readonly bullet: number;
    readonly paragraph: number;
  };
  /** From the edge of the text to the bullet's words. */
  readonly indent: number;
}

export const PAGE_SIZES: Record<PaperSize, readonly [number, number]> = { A4: [595.28, 841.89], Letter: [612, 792] };

// Text 15:1 and quiet text 7:1 on white, so that a copy of a copy can still be read.
export const STYLES: Record<Template, Style> = {
  classic: {
    family: "serif",
    margin: { side: 62, top: 56, bottom: 56 },
    size: 10,
    leading: 1.42,
    name: 22,
    heading: 11.5,
    centred: true,
    ink: { text: "#1a1a1a", quiet: "#4a4a4a", accent: "#1a1a1a", rule: "#8a8a8a" },
    space: { section: 15, afterHeading: 6, entry: 8, bullet: 1.6, paragraph: 6 },
    indent: 13,
  },
  modern: {
    family: "sans",
    margin: { side: 58, top: 54, bottom: 54 },
    size: 9.6,
    leading: 1.45,
    name: 25,
    heading: 12,
    centred: false,
    ink: { text: "#1b2430", quiet: "#475467", accent: "#0b4f94", rule: "#b9cde2" },
    space: { section: 17, afterHeading: 6, entry: 9, bullet: 2, paragraph: 6 },
    indent: 13,
  },
  compact: {
    family: "sans",
    margin: { side: 46, top: 40, bottom: 42 },
    size: 8.6,
    leading: 1.32,
    name: 17,
    heading: 9.6,
    centred: false,
    ink: { text: "#1a1a1a", quiet: "#474747", accent: "#1a1a1a", rule: "#b5b5b5" },
    space: { section: 9, afterHeading: 3, entry: 4.5, bullet: 0.6, paragraph: 3 },
    indent: 10,
  },
};
