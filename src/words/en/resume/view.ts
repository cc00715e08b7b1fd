/** What /resume view and earlier versions say. */
export const resumeView = {
  description: "Show your resume as it stands, and bring back an earlier version",
  title: "Your resume",
  summary: (name: string | undefined, score: number) =>
    name ? `The resume of ${name}, ${score} of 100.` : `Your resume, ${score} of 100.`,
  score: "Score",
  scoreOf: (score: number) => `${score} of 100`,
  changed: "Last changed",
  moment: (date: Date) => `${momentFormat.format(date)} UTC`,
  linkOf: (label: string, url: string) => `${label}: ${url}`,
  bullet: (text: string) => `• ${text}`,
  edit: "Edit",
  improve: "Improve my lines",
  check: "Check it",
  pdf: "Make a PDF",
  versions: "Earlier versions",
  importAgain: "Import another file",
  back: "Back to my resume",
  versionsTitle: "Earlier versions",
  versionsNote: "The last ten are kept, each as it was before something changed. Choose one to see what is different.",
  chooseVersion: "Choose an earlier version",
  noVersions: "There is no earlier version yet.",
  noVersionsNote: "From the first change on, what was there before is kept: the last ten.",
  versionSummary: (count: number) =>
    count === 1 ? "One earlier version is kept." : `${count} earlier versions are kept.`,
  replacedBy: {
    edit: "Before you edited it",
    move: "Before you moved parts of it",
    import: "Before an import",
    improve: "Before lines were improved",
    restore: "Before another version came back",
  },
  versionLine: (before: string, difference: string) => `${before}: ${difference}`,
  versionTitle: (when: string) => `Your resume as it was until ${when}`,
  ifRestored: "This would change if you bring it back. The present one is then kept as an earlier version.",
  sameAsNow: "This is the same as your resume now.",
  restore: "Bring this back",
  restored: (when: string) => `Your resume is again what it was until ${when}.`,
  restoredNote: "What stood there before is kept under earlier versions.",
  restoredAlready: "This is what stands there already: nothing was changed.",
  allVersions: "Back to the list",
};

/** How two resumes differ. Marks are for the eye; the words say the same. */
export const resumeDifference = {
  same: "no difference",
  counts: ({ fresh, changed, gone }: { fresh: number; changed: number; gone: number }) => {
    const counted = [
      ...(fresh > 0 ? [`${fresh} new`] : []),
      ...(changed > 0 ? [`${changed} changed`] : []),
      ...(gone > 0 ? [`${gone} gone`] : []),
    ];
    return counted.length > 0 ? counted.join(", ") : "another order";
  },
  legend: "+ New is what would be added, ~ Was and Now is what would change, − Gone is what would be taken out.",
  rearranged: "Some of it stands in another order or layout.",
  reordered: "The sections stand in another order.",
  entryNew: "+ New: ",
  entryGone: "− Gone: ",
  entryChanged: "~ Changed: ",
  lineNew: (text: string, field: string | undefined) => `+ New${inBrackets(field)}: ${text}`,
  lineGone: (text: string, field: string | undefined) => `− Gone${inBrackets(field)}: ${text}`,
  lineWas: (text: string, field: string | undefined) => `~ Was${inBrackets(field)}: ${text}`,
  lineNow: (text: string, field: string | undefined) => `~ Now${inBrackets(field)}: ${text}`,
  part: {
    new: (text: string, field: string | undefined) => `+ ${withField(text, field)}`,
    gone: (text: string, field: string | undefined) => `− ${withField(text, field)}`,
  },
  fields: {
    name: "name",
    headline: "headline",
    email: "e-mail",
    phone: "phone",
    location: "place",
    link: "link",
    group: "group",
    title: "title",
    employer: "employer",
    school: "school",
    degree: "degree",
    field: "subject",
    dates: "dates",
    issuer: "issued by",
    heading: "heading",
  },
};

function inBrackets(field: string | undefined): string {
  return field === undefined ? "" : ` (${field})`;
}

function withField(text: string, field: string | undefined): string {
  return field === undefined ? text : `${field}: ${text}`;
}

const momentFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
