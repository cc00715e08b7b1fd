import type { ResumeSection } from "../resume-document.ts";
import { isRightToLeft } from "./script.ts";

type Headed = Exclude<ResumeSection, "contact">;

/** What the sections are called in the language of a resume; in English where we do not know the words. */
export function headingsFor(language: string): Readonly<Record<Headed, string>> {
  const words = HEADINGS[language] ?? HEADINGS[language.split("-")[0] ?? ""] ?? HEADINGS["en"] ?? [];
  return Object.fromEntries(ORDER.map((section, index) => [section, words[index]])) as Record<Headed, string>;
}

/** What stands for the end of a role that goes on. */
export function presentIn(language: string): string {
  const words = HEADINGS[language] ?? HEADINGS[language.split("-")[0] ?? ""];
  return words?.[ORDER.length] ?? "Present";
}

/** What stands between the items of a list. */
export function commaIn(language: string): string {
  if (/^(zh|ja)\b/.test(language)) return "、";
  return isRightToLeft(language) && !/^he\b/.test(language) ? "، " : ", ";
}

const ORDER = [
  "summary",
  "skills",
  "experience",
  "education",
  "projects",
  "certifications",
] as const satisfies Headed[];

const HEADINGS: Record<string, readonly string[]> = {
  en: ["Summary", "Skills", "Experience", "Education", "Projects", "Certifications", "Present"],
  de: ["Profil", "Kenntnisse", "Berufserfahrung", "Ausbildung", "Projekte", "Zertifikate", "heute"],
  fr: ["Profil", "Compétences", "Expérience", "Formation", "Projets", "Certifications", "aujourd’hui"],
  es: ["Perfil", "Competencias", "Experiencia", "Formación", "Proyectos", "Certificaciones", "actualidad"],
  pt: ["Perfil", "Competências", "Experiência", "Formação", "Projetos", "Certificações", "atual"],
  it: ["Profilo", "Competenze", "Esperienza", "Formazione", "Progetti", "Certificazioni", "oggi"],
  nl: ["Profiel", "Vaardigheden", "Werkervaring", "Opleiding", "Projecten", "Certificaten", "heden"],
  pl: ["Profil", "Umiejętności", "Doświadczenie", "Wykształcenie", "Projekty", "Certyfikaty", "obecnie"],
  cs: ["Profil", "Dovednosti", "Praxe", "Vzdělání", "Projekty", "Certifikáty", "dosud"],
  sv: ["Profil", "Färdigheter", "Erfarenhet", "Utbildning", "Projekt", "Certifikat", "nu"],
  tr: ["Özet", "Beceriler", "Deneyim", "Eğitim", "Projeler", "Sertifikalar", "devam ediyor"],
  vi: ["Tóm tắt", "Kỹ năng", "Kinh nghiệm", "Học vấn", "Dự án", "Chứng chỉ", "hiện tại"],
  el: ["Προφίλ", "Δεξιότητες", "Εμπειρία", "Εκπαίδευση", "Έργα", "Πιστοποιήσεις", "σήμερα"],
  ru: ["О себе", "Навыки", "Опыт работы", "Образование", "Проекты", "Сертификаты", "настоящее время"],
  uk: ["Про себе", "Навички", "Досвід роботи", "Освіта", "Проєкти", "Сертифікати", "дотепер"],
  hi: ["परिचय", "कौशल", "अनुभव", "शिक्षा", "परियोजनाएँ", "प्रमाणपत्र", "वर्तमान"],
  ar: ["نبذة", "المهارات", "الخبرة", "التعليم", "المشاريع", "الشهادات", "حتى الآن"],
  fa: ["خلاصه", "مهارت‌ها", "سوابق کاری", "تحصیلات", "پروژه‌ها", "گواهینامه‌ها", "تاکنون"],
  he: ["תקציר", "כישורים", "ניסיון", "השכלה", "פרויקטים", "הסמכות", "היום"],
  zh: ["个人简介", "技能", "工作经历", "教育背景", "项目", "证书", "至今"],
  "zh-TW": ["個人簡介", "技能", "工作經歷", "教育背景", "專案", "證照", "至今"],
  "zh-HK": ["個人簡介", "技能", "工作經歷", "教育背景", "項目", "證書", "至今"],
  "zh-Hant": ["個人簡介", "技能", "工作經歷", "教育背景", "專案", "證照", "至今"],
  ja: ["概要", "スキル", "職務経歴", "学歴", "プロジェクト", "資格", "現在"],
  ko: ["소개", "기술", "경력", "학력", "프로젝트", "자격증", "현재"],
};
