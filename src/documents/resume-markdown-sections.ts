import type { ResumeSection } from "./resume-document.ts";

/** The section that a heading names in one of its usual English wordings: "Work History" is experience. */
export function sectionNamed(heading: string): ResumeSection | undefined {
  return SECTION_OF.get(wording(heading));
}

/** Whether a line alone is a usual heading of a section that a resume has beside the known ones. */
export function isOtherSection(heading: string): boolean {
  return OTHER.has(wording(heading));
}

/** "Curriculum Vitae" at the top is nobody's name. */
export function isDocumentTitle(heading: string): boolean {
  return /^(?:resume|résumé|cv|curriculum vitae|lebenslauf)$/.test(wording(heading));
}

const WORDINGS: Record<ResumeSection, string> = {
  contact:
    "contact|contacts|contact information|contact info|contact details|personal details|personal information|" +
    "personal info|personal data",
  summary:
    "summary|professional summary|career summary|executive summary|summary of qualifications|profile|" +
    "professional profile|personal profile|career profile|about|about me|objective|career objective|" +
    "professional objective|personal statement|introduction|overview|bio|biography|career overview",
  skills:
    "skills|technical skills|key skills|core skills|professional skills|hard skills|soft skills|skill set|" +
    "skillset|skills summary|relevant skills|additional skills|other skills|competencies|core competencies|" +
    "key competencies|areas of expertise|expertise|technical expertise|technical proficiencies|technologies|tools|" +
    "tech stack|tools and technologies|skills and tools|skills and technologies|skills and abilities|" +
    "skills and competencies|skills and expertise|abilities|clinical skills|computer skills|it skills",
  experience:
    "experience|experiences|work experience|professional experience|employment|employment history|" +
    "employment experience|work history|career history|career|work|jobs|positions|positions held|" +
    "professional background|professional history|professional career|relevant experience|related experience|" +
    "relevant work experience|additional experience|other experience|previous experience|industry experience|" +
    "clinical experience|teaching experience|academic experience|research experience|internships|" +
    "internship experience|appointments|academic appointments",
  education:
    "education|educational background|education and training|education and qualifications|" +
    "academic background|academic qualifications|academic history|academics|academic education|" +
    "educational qualifications|studies|qualifications|formal education|degrees|training and education",
  projects:
    "projects|personal projects|selected projects|side projects|key projects|notable projects|" +
    "academic projects|relevant projects|open source|open source projects|portfolio|project experience|" +
    "professional projects|recent projects",
  certifications:
    "certifications|certification|certificates|certificate|licenses|licences|licenses and certifications|" +
    "licences and certifications|certifications and licenses|certifications and licences|certificates and licenses|" +
    "professional certifications|credentials|professional credentials|licensure|licensure and certifications|" +
    "training and certifications|certifications and training|courses and certifications|certifications and courses|" +
    "licenses and certificates",
};

const SECTION_OF = new Map(
  Object.entries(WORDINGS).flatMap(([section, wordings]) =>
    wordings.split("|").map((words) => [words, section as ResumeSection] as const),
  ),
);

const OTHER = new Set(
  (
    "languages|language skills|awards|honors|honours|awards and honors|honors and awards|awards and achievements|" +
    "achievements|accomplishments|publications|patents|presentations|conferences|talks|volunteer experience|volunteer|" +
    "volunteering|volunteer work|community service|interests|hobbies|hobbies and interests|interests and hobbies|" +
    "activities|extracurricular activities|references|memberships|professional memberships|affiliations|" +
    "professional affiliations|courses|coursework|relevant coursework|training|military service|scholarships|" +
    "additional information|leadership|research|grants|test scores"
  ).split("|"),
);

function wording(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?<!\\)[*_]/g, "")
    .replace(/&(?:amp;)?|\+|\//g, " and ")
    .replace(/^[^\p{L}&\\]+|[^\p{L}]+$/gu, "")
    .replace(/-/g, " ")
    .replace(/\s+/g, " ");
}
