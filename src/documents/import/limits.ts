const MEGABYTE = 1024 * 1024;

/** What a file that somebody sends may cost. docs/import.md gives the reasons. */
export const LIMITS = {
  fileBytes: 5 * MEGABYTE,
  pages: 50,
  zipEntries: 200,
  /** Of everything in a zip together, as declared and as inflated. */
  zipBytes: 20 * MEGABYTE,
  /** Inflated to packed, over the whole zip. */
  zipRatio: 100,
  /** A reader that takes longer is ended. */
  milliseconds: 10_000,
  /** Resident memory of the reader. */
  memoryMegabytes: 384,
  /** V8's own share of it. */
  heapMegabytes: 256,
  /** Letters that are looked at: fifty pages of close print. */
  characters: 400_000,
  /** What the reader may answer. */
  answerBytes: 2 * MEGABYTE,
  /** Readers at once, and files that may wait for one. */
  readers: 2,
  waiting: 16,
} as const;

export const megabytes = (bytes: number): number => bytes / MEGABYTE;
