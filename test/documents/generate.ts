import fc from "fast-check";
import {
  type Certification,
  type Contact,
  type DateRange,
  type Education,
  type Employment,
  type OtherSection,
  type PartialDate,
  type Project,
  RESUME_SECTIONS,
  type ResumeDocument,
  type Role,
  type SkillGroup,
} from "#src/documents/resume-document.ts";
import { tidyResume } from "#src/documents/resume-tidy.ts";

export interface GenerateOptions {
  /** Also texts that no person writes: markup, separators, look-alikes of dates and headings, any Unicode. */
  readonly hostile?: boolean;
}

/** Tidy resumes over all scripts, from empty to several pages. Without `hostile` they are what people write. */
export function resumeDocument({ hostile = true }: GenerateOptions = {}): fc.Arbitrary<ResumeDocument> {
  const text = hostile
    ? fc.oneof({ weight: 5, arbitrary: sentence }, { weight: 3, arbitrary: trap }, anything)
    : sentence;
  const bullets = fc.array(text, { maxLength: 4 });
  const required = hostile ? fc.oneof({ weight: 12, arbitrary: text }, fc.constant("")) : text;
  return fc
    .record({
      contact: contact(text),
      summary: fc.array(text, { maxLength: 3 }),
      skills: fc.array(skillGroup(text), { maxLength: 4 }),
      experience: fc.array(employment(text, required), { maxLength: 3 }),
      education: fc.array(education(text, required, bullets), { maxLength: 2 }),
      projects: fc.array(project(required, bullets), { maxLength: 2 }),
      certifications: fc.array(certification(text, required), { maxLength: 3 }),
      other: fc.array(otherSection(text), { maxLength: 2 }),
      order: fc.oneof(fc.constant([]), fc.shuffledSubarray([...RESUME_SECTIONS])),
    })
    .map((document) => tidyResume(document as ResumeDocument));

  function employment(place: Text, name: Text): fc.Arbitrary<Employment> {
    const role = known<Role>({ title: name, bullets }, { dates: dateRange });
    return known<Employment>({ employer: name, roles: fc.array(role, { maxLength: 3 }) }, { location: place });
  }
}

type Text = fc.Arbitrary<string>;

/** Words of one script each; the names of people and places in them are common ones. */
const SCRIPTS: Record<string, string> = {
  latin:
    "Ana Engineer nurse built managed 12% $3.4M teaching C++ C# .NET CI/CD Node.js R&D AT&T snake_case (UK) team, of and",
  diacritics: "Łódź Žilina São Paulo Größe naïve Ægir İstanbul Đặng Hồ Chí œuvre Şükran ő ű",
  greek: "Αθήνα μηχανικός ομάδα ανάπτυξη έργο Ελένη",
  cyrillic: "Москва инженер Київ команда розробка Ђорђе София",
  devanagari: "मुंबई अभियंता शिक्षक क्षेत्र विकास ज्ञान",
  arabic: "القاهرة مهندس محمد تطوير فريق لغة، عربية",
  hebrew: "תל אביב מהנדס צוות פיתוח שלום",
  chinese: "北京 工程师 管理 团队、开发 张伟 2019年",
  japanese: "東京都 エンジニア マネージャー ひらがな 山田太郎",
  korean: "서울 개발자 김민준 팀 관리",
  thai: "กรุงเทพ วิศวกร พัฒนา",
  emoji: "🚀 👩‍💻 🇧🇷 ✅ café",
};

const sentence: Text = fc
  .constantFrom(...Object.values(SCRIPTS))
  .chain((words) => fc.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 8 }))
  .map((words) => words.join(" "));

/** What a Markdown reader, a date reader or a section reader could take for something else. */
const trap: Text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."# ## ### - * + • – — | || \\ \\\\ \\| ` `` ``` ~~~ ~~ ** __ * _ > < [ ] ( ) [a](b) ![x](y) <b> </b> <!-- --> & &amp; &#65; 1. 2) --- === *** ___ , ; : ： 、 · ! ? = + { } $ % ^ \" '".split(
          " ",
        ),
      ),
      fc.constantFrom(
        ..."Skills;Experience;**Skills**;Education:;Languages;Curriculum Vitae;Resume;- Resume;2019;2019 – 2021;(2019 – 2021);Mar 2021;Present;From 2020;2020-;, 2019;|2019;Email: a@b.co;Phone: 1;Location: X;Field: Law;Headline: x;https://a.example/b_c*d;www.example.com;a@b.co;+49 30 1234567;github.com/ana;<https://x.example>;BSc Physics, University of Porto;University of Porto;Porto, Portugal;Senior Engineer at Acme;Engineer, Acme, Inc.;std::vector<T>;a\\;foo (;bar);x:;C #;#".split(
          ";",
        ),
      ),
      sentence,
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((pieces) => fc.constantFrom("", " ", ", ").map((glue) => pieces.join(glue)));

const anything: Text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string());

const url: Text = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    "https://de.wikipedia.org/wiki/Go_(Spiel)",
    "http://example.org",
    "mailto:ana@example.org",
    "https://пример.рф/ы",
  ),
);

const partialDate = known<PartialDate>(
  { year: fc.integer({ min: 1900, max: 2099 }) },
  { month: fc.integer({ min: 1, max: 12 }) },
);

const dateRange = known<DateRange>(
  {},
  { start: partialDate, end: fc.oneof(partialDate, fc.constant("present" as const)) },
);

function contact(text: Text): fc.Arbitrary<Contact> {
  const link = known<Contact["links"][number]>({ url }, { label: text });
  const email = fc.oneof(fc.emailAddress(), text);
  const phone = fc.oneof(fc.constantFrom("+55 11 99999 0000", "(030) 123456-7"), text);
  return known<Contact>(
    { links: fc.array(link, { maxLength: 3 }) },
    { name: text, headline: text, email, phone, location: text },
  );
}

function skillGroup(text: Text): fc.Arbitrary<SkillGroup> {
  return known<SkillGroup>({ skills: fc.array(text, { maxLength: 5 }) }, { name: text });
}

function education(text: Text, name: Text, bullets: fc.Arbitrary<string[]>): fc.Arbitrary<Education> {
  return known<Education>({ school: name, bullets }, { degree: text, field: text, location: text, dates: dateRange });
}

function project(name: Text, bullets: fc.Arbitrary<string[]>): fc.Arbitrary<Project> {
  return known<Project>({ name, bullets }, { url, dates: dateRange });
}

function certification(text: Text, name: Text): fc.Arbitrary<Certification> {
  return known<Certification>({ name }, { issuer: text, date: partialDate, url });
}

function otherSection(title: Text): fc.Arbitrary<OtherSection> {
  const kind = fc.constantFrom("heading" as const, "paragraph" as const, "bullet" as const);
  return fc.record({ title, lines: fc.array(fc.record({ kind, text: title }), { maxLength: 5 }) });
}

/** A record whose optional keys are there or absent, never undefined. */
function known<T>(required: Keys<T>, optional: Keys<T>): fc.Arbitrary<T> {
  const all = { ...required, ...optional } as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(all, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<T>;
}

type Keys<T> = { readonly [Key in keyof T]?: fc.Arbitrary<T[Key]> };
