import type { Span } from "./breaking.ts";

/** A heading, a paragraph or a list item, before it is broken into lines. Lengths in points. */
export interface Block {
  readonly role: "H1" | "H2" | "H3" | "P" | "LI";
  readonly spans: readonly Span[];
  readonly size: number;
  readonly colour: string;
  readonly before: number;
  readonly leading?: number;
  readonly centred?: boolean;
  /** Room at the start, in which the bullet of a list item stands. */
  readonly indent?: number;
  /** Draws a line under it. */
  readonly ruled?: boolean;
  /** Never the last on a page. */
  readonly holdsNext?: boolean;
}
