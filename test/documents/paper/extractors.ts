import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's poppler-utils and qpdf, as second opinions; a machine without them runs the other tests. */
export const hasTools = ["pdftotext", "qpdf"].every((tool) => spawnSync(tool, ["--version"]).error === undefined);
if (!hasTools && process.env.CI) throw new Error("CI must have pdftotext and qpdf (Debian: poppler-utils, qpdf)");
if (!hasTools)
  process.stderr.write("\nLEFT OUT: the second opinions on papers: no pdftotext or no qpdf on this machine\n");

export function popplerText(pdf: Uint8Array): string {
  return withFile(pdf, (file) =>
    execFileSync("pdftotext", [file, "-"], { stdio: ["ignore", "pipe", "ignore"] }).toString(),
  );
}

/** What qpdf says of a file in which it finds something; empty is good. */
export function qpdfComplaints(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", file]);
    return status === 0 ? "" : `${stdout}${stderr}`;
  });
}

/** The objects of a file in plain, its streams unpacked. */
export function unpacked(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const options = ["--qdf", "--object-streams=disable", "--stream-data=uncompress", file, "-"];
    return execFileSync("qpdf", options, { maxBuffer: 1e8 }).toString("latin1");
  });
}

export function withFile<T>(pdf: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
