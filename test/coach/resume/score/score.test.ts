import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULE_CODES } from "#src/coach/resume/score/rule.ts";
import { type ResumeScore, scoreResume } from "#src/coach/resume/score/score.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { job, project, resume, role, school } from "./make.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { RANKED } from "./ranked.ts";

const best = RANKED[0]?.document ?? resume({ contact: "" });

describe("the score", () => {
  it("ranks forty resumes as a person did, with a rank correlation of at least 0.8, printed", () => {
    const scores = RANKED.map(({ document }) => scoreResume(document).score);
    const byHand = RANKED.map((_, index) => -index);
    const correlation = rankCorrelation(scores, byHand);
    const middle = rankCorrelation(scores.slice(5, 35), byHand.slice(5, 35));
    const lines = RANKED.map(({ document, why }, index) => {
      const { name = "(nobody)", headline = "" } = document.contact;
      return `${index + 1}. ${scores[index]}  ${name}, ${headline}: ${why}`;
    });
    print(
      [`Spearman ${correlation.toFixed(3)}; without the five at either end ${middle.toFixed(3)}`, ...lines].join("\n"),
    );
    expect(scores).toHaveLength(40);
    expect(correlation).toBeGreaterThanOrEqual(0.8);
    expect(middle).toBeGreaterThanOrEqual(0.8);
  });

  // A change that fails this is a new version, with a new file beside this one.
  it("of version 1 stays what it was, point by point", () => {
    const golden: unknown = JSON.parse(readFileSync(new URL("./golden-1.json", import.meta.url), "utf8"));
    const now = RANKED.map(({ document }) => pointsOf(scoreResume(document)));
    expect(now).toEqual(golden);
  });

  it("is 0 for an empty resume and says what to do for each rule", () => {
    const { score, rules } = scoreResume(resume({ contact: "" }));
    expect(score).toBe(0);
    for (const { severity, points, of, fix } of rules) {
      expect(fix).not.toBe("");
      if (severity !== "not-checked") expect(points).toBeLessThan(of);
    }
  });

  it("weighs its rules to 100 and names each once", () => {
    const { rules } = scoreResume(best);
    expect(rules.map(({ code }) => code)).toEqual(RULE_CODES);
    expect(rules.reduce((sum, { of }) => sum + of, 0)).toBe(100);
  });

  it("does not rise when everything is said twice", () => {
    for (const { document } of RANKED) {
      const twice = {
        ...document,
        experience: document.experience.map((employment) => ({
          ...employment,
          roles: employment.roles.map((one) => ({ ...one, bullets: [...one.bullets, ...one.bullets] })),
        })),
      };
      expect(scoreResume(twice).score).toBeLessThanOrEqual(scoreResume(document).score);
    }
  });

  it("does not rise with forty more skills or with the same work told under more employers", () => {
    const stuffed = { ...best, skills: [{ skills: Array.from({ length: 60 }, (_, index) => `Skill ${index}`) }] };
    expect(scoreResume(stuffed).score).toBeLessThan(scoreResume(best).score);
    const longer = { ...best, experience: [...best.experience, ...best.experience] };
    expect(scoreResume(longer).score).toBeLessThanOrEqual(scoreResume(best).score);
  });

  it("does not punish one long job, the lack of links, or a first resume with projects", () => {
    const byName = (name: string) => scoreResume(find(name)).score;
    expect(byName("Gareth Pugh")).toBeGreaterThanOrEqual(98);
    expect(byName("Priya Nair")).toBeGreaterThanOrEqual(95);
    const withoutLinks = { ...best, contact: { ...best.contact, links: [] } };
    expect(scoreResume(withoutLinks).score).toBe(scoreResume(best).score);
  });

  it("quotes the lines that cost points", () => {
    const rule = ruleOf(find("Karen Dietz"), "bullets-verb");
    expect(rule).toMatchObject({ points: 0, of: 10, severity: "high" });
    expect(rule?.evidence).toContain("Responsible for opening and closing the store");
    expect(ruleOf(find("Anil Sharma"), "dates-order")?.evidence).toEqual(["Sahyadri Foods", "Golden Sheaf"]);
    expect(ruleOf(find("June Park"), "dates-gaps")?.evidence[0]).toContain("Cascade Gear, 2016-02 – 2019-10");
  });

  it("sees slips in section names and leaves other headings alone", () => {
    const wrong = scoreResume(best, {
      headings: ["Experiance", "Eduction", "Skills", "Berufserfahrung", "Wine I like"],
    });
    expect(wrong.rules.find(({ code }) => code === "section-names")).toMatchObject({
      points: 0,
      evidence: ["Experiance", "Eduction"],
    });
    const right = scoreResume(best, { headings: ["Experience", "Formation", "Stations of my life"] });
    expect(right.rules.find(({ code }) => code === "section-names")?.severity).toBe("good");
  });
});

describe("a resume in another language", () => {
  const lines = {
    German: [
      "Leitung einer Gruppe von 12 Pflegekräften auf der Intensivstation",
      "Senkung der Infektionen um 38 % durch eine tägliche Prüfliste",
      "Einarbeitung von 21 neuen Kolleginnen und Kollegen",
    ],
    French: [
      "Encadrement de 12 infirmières dans un service de réanimation",
      "Réduction de 38 % des infections grâce à une liste quotidienne",
      "Formation de 21 nouveaux collègues pour le service",
    ],
    Spanish: [
      "Dirección de un equipo de 12 enfermeras en cuidados intensivos",
      "Reducción del 38 % de las infecciones con una lista diaria",
      "Formación de 21 nuevos compañeros para la unidad",
    ],
    Polish: [
      "Kierowanie zespołem 12 pielęgniarek na oddziale intensywnej terapii",
      "Zmniejszenie liczby zakażeń o 38 % dzięki codziennej liście",
      "Wdrożenie do pracy 21 nowych pielęgniarek",
    ],
    Turkish: [
      "Yoğun bakımda 12 hemşireden oluşan bir ekibin yönetimi",
      "Günlük kontrol listesi ile enfeksiyonların 38 % azaltılması",
      "21 yeni çalışanın eğitimi ve takibi",
    ],
    Russian: [
      "Руководство группой из 12 медсестёр в отделении реанимации",
      "Снижение числа инфекций на 38 % благодаря ежедневному списку",
      "Обучение 21 новой медсестры отделения",
    ],
    Greek: [
      "Διεύθυνση ομάδας 12 νοσηλευτών στη μονάδα εντατικής θεραπείας",
      "Μείωση των λοιμώξεων κατά 38 % με καθημερινή λίστα ελέγχου",
      "Εκπαίδευση 21 νέων συναδέλφων της μονάδας",
    ],
    Arabic: [
      "قيادة فريق من 12 ممرضة في وحدة العناية المركزة",
      "خفض العدوى بنسبة 38 % بفضل قائمة يومية",
      "تدريب 21 ممرضة جديدة في الوحدة",
    ],
    Hebrew: [
      "ניהול צוות של 12 אחיות ביחידה לטיפול נמרץ",
      "הפחתת זיהומים ב 38 % בעזרת רשימה יומית",
      "הכשרת 21 אחיות חדשות ביחידה",
    ],
    Hindi: [
      "गहन चिकित्सा इकाई में 12 नर्सों के दल का नेतृत्व",
      "दैनिक सूची से संक्रमण में 38 % की कमी",
      "इकाई में 21 नई नर्सों का प्रशिक्षण",
    ],
    Chinese: ["带领由12名护士组成的重症监护团队", "通过每日检查清单将感染率降低38%", "培训了21名新入职的护士同事"],
    Japanese: [
      "集中治療室で12名の看護師チームを指導",
      "毎日の点検表により感染を38%削減",
      "新人看護師21名の教育を担当した",
    ],
    Korean: [
      "중환자실에서 간호사 12명으로 구성된 팀 관리",
      "일일 점검표 도입으로 감염률 38 % 감소 달성",
      "병동에 새로 온 간호사 21명 교육 담당",
    ],
  };

  it.each(Object.entries(lines))("in %s is not judged by English words and can reach the top", (_, bullets) => {
    const document = {
      ...best,
      summary: [bullets.join(", ")],
      experience: [job("Klinikum", role("Team", "2015-06/now", ...bullets))],
    };
    const { score, rules } = scoreResume(document);
    for (const code of ["bullets-verb", "bullets-first-person", "bullets-filler"]) {
      expect(rules.find((rule) => rule.code === code)).toMatchObject({
        severity: "not-checked",
        fix: expect.stringContaining("English"),
      });
    }
    expect(score).toBeGreaterThanOrEqual(95);
  });
});

describe("scoreResume", () => {
  it("gives a whole number from 0 to 100 for any resume, and the same for a copy", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const first = scoreResume(document);
        expect(Number.isInteger(first.score) && first.score >= 0 && first.score <= 100).toBe(true);
        expect(scoreResume(structuredClone(document))).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  it("never falls when a line gets a number and an opening verb", () => {
    const bullet = fc.constantFrom(
      "Responsible for things",
      "Working in the shop with people every single day",
      "Cleaning",
    );
    fc.assert(
      fc.property(fc.array(bullet, { minLength: 1, maxLength: 6 }), (bullets) => {
        const told = (lines: readonly string[]) =>
          scoreResume({ ...best, experience: [job("Shop", role("Clerk", "2019-01/now", ...lines))] }).score;
        const better = bullets.map((_, index) =>
          index === 0 ? "Sold 140 bicycles a month and trained the two new clerks" : (bullets[index] ?? ""),
        );
        expect(told(better)).toBeGreaterThanOrEqual(told(bullets));
      }),
    );
  });
});

const line = fc.string({ unit: "grapheme", maxLength: 60 });
const dates = fc.constantFrom("", "2019-03/now", "2010/2012", "2022-05/2020-01", "2018");
const documents: fc.Arbitrary<ResumeDocument> = fc
  .record({ line, lines: fc.array(line, { maxLength: 8 }), dates, second: dates })
  .map(({ line, lines, dates, second }) => ({
    ...resume({
      contact: "",
      experience: [job(line, role(line, dates, ...lines), role("Clerk", second, ...lines.slice(2)))],
      education: [school(line, line, second)],
      projects: [project(line, dates, ...lines.slice(4))],
    }),
    contact: { name: line, email: line, links: [{ url: line }] },
    summary: lines,
    skills: [{ name: line, skills: lines }],
  }));

function find(name: string): ResumeDocument {
  const found = RANKED.find(({ document }) => document.contact.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.document;
}

function ruleOf(document: ResumeDocument, code: string) {
  return scoreResume(document).rules.find((rule) => rule.code === code);
}

function pointsOf({ version, score, rules }: ResumeScore) {
  return {
    version,
    score,
    points: Object.fromEntries(
      rules.map(({ code, points, severity }) => [code, severity === "not-checked" ? null : points]),
    ),
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
