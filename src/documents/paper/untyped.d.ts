declare module "bidi-js" {
  interface Bidi {
    getEmbeddingLevels(text: string, base?: "ltr" | "rtl" | "auto"): { readonly levels: Uint8Array };
  }
  export default function bidiFactory(): Bidi;
}

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
