import { crc32, deflateSync } from "node:zlib";

/**
 * An opaque picture as an indexed PNG: a third of the bytes and less than half of the time of the canvas's own encoder.
 * With more than 256 colours the rarest, which are shades on the edges of shapes, take the nearest of the others.
 * https://www.w3.org/TR/png-3/
 */
export function palettePng({ data, width, height }: Picture): Uint8Array<ArrayBuffer> {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const colours = coloursOf(pixels);
  const indexes = new Map(colours.map((colour, index) => [colour, index]));
  const rows = new Uint8Array((width + 1) * height);
  let seen = -1;
  let index = 0;
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    // The byte before each row names its filter: 0, none, the best for flat colours.
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[from++] as number;
      if (colour !== seen) {
        seen = colour;
        let found = indexes.get(colour);
        if (found === undefined) {
          found = nearest(colour, colours);
          indexes.set(colour, found);
        }
        index = found;
      }
      rows[to++] = index;
    }
  }
  const palette = Uint8Array.from(colours.flatMap(channels));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ];
  return Uint8Array.from(Buffer.concat([SIGNATURE, ...chunks]));
}

export interface Picture {
  /** Red, green, blue and alpha of each pixel, row by row; alpha is ignored. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The 256 most frequent, the first seen before another as frequent. */
function coloursOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; ) {
    const colour = pixels[at] as number;
    const start = at;
    while (at < pixels.length && pixels[at] === colour) at += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + at - start);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  return ordered.slice(0, 256).map(([colour]) => colour);
}

function nearest(colour: number, colours: readonly number[]): number {
  const wanted = channels(colour);
  let best = 0;
  let least = Infinity;
  for (const [index, other] of colours.entries()) {
    const distance = channels(other).reduce((sum, channel, at) => sum + (channel - (wanted[at] ?? 0)) ** 2, 0);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/** Red, green and blue of a pixel read as a little-endian number. */
function channels(colour: number): number[] {
  return [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff];
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
