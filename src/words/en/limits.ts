/** For when a platform has less room than what there is to say. */
export const limits = {
  wholeText: "This is longer than fits here. The whole text is in the attached file.",
  leftOut: (count: number) => `${count} more ${count === 1 ? "choice does" : "choices do"} not fit here.`,
  fileTooLarge: (name: string, megabytes: number, max: number) =>
    `The file ${name} has ${megabytes.toFixed(1)} MB; ${max.toFixed(1)} MB can be sent here.`,
  part: (label: string, part: number, parts: number) => `${label} (${part} of ${parts})`,
};
