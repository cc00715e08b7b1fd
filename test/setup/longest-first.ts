import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders with files that take minutes: those begin first, so that none is alone at the end. */
const LONG = ["test/faults/", "test/documents/", "test/playground/"];

/** Where vitest remembers no times, as on a build server, it would begin with the files that have most letters. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((folder) => moduleId.includes(folder));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
