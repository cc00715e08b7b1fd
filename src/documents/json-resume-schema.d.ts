declare module "@jsonresume/schema" {
  interface Problem {
    /** "instance.work[0].startDate" */
    readonly property: string;
    readonly message: string;
  }
  export function validate(resume: unknown, callback: (problems: readonly Problem[] | null) => void): void;
}
