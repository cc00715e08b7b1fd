import type { PartialDate } from "#src/documents/resume-document.ts";

/** How resumes of a language name their sections; the second of each is used by every other resume. */
interface SectionWords {
  readonly summary: readonly string[];
  readonly skills: readonly string[];
  readonly experience: readonly string[];
  readonly education: readonly string[];
  readonly certifications: readonly string[];
  readonly projects: readonly string[];
  readonly present: string;
}

export function wordsOf(language: string): SectionWords {
  const [summary = "", skills = "", experience = "", education = "", certifications = "", projects = "", present = ""] =
    (WORDS[language] ?? "").split("|");
  const both = (text: string): string[] => text.split("/");
  return {
    summary: both(summary),
    skills: both(skills),
    experience: both(experience),
    education: both(education),
    certifications: both(certifications),
    projects: both(projects),
    present,
  };
}

const WORDS: Record<string, string> = {
  en: "Summary/Professional Profile|Skills/Core Competencies|Experience/Employment History|Education/Education & Training|Certifications/Licenses and Certifications|Projects/Selected Projects|Present",
  de: "Profil/Kurzprofil|Kenntnisse/Fähigkeiten|Berufserfahrung/Beruflicher Werdegang|Ausbildung/Schulbildung|Zertifikate/Weiterbildung|Projekte/Projekte|heute",
  fr: "Profil/À propos|Compétences/Compétences clés|Expérience professionnelle/Parcours professionnel|Formation/Formations|Certifications/Certificats|Projets/Projets|aujourd'hui",
  es: "Perfil/Perfil profesional|Habilidades/Competencias|Experiencia laboral/Experiencia profesional|Formación académica/Educación|Certificaciones/Cursos|Proyectos/Proyectos|actualidad",
  pt: "Perfil/Resumo profissional|Competências/Habilidades|Experiência profissional/Experiência|Formação acadêmica/Educação|Certificações/Cursos|Projetos/Projetos|atual",
  it: "Profilo/Profilo professionale|Competenze/Capacità e competenze|Esperienza lavorativa/Esperienze professionali|Istruzione e formazione/Istruzione|Certificazioni/Corsi|Progetti/Progetti|oggi",
  pl: "Profil/Podsumowanie zawodowe|Umiejętności/Kompetencje|Doświadczenie zawodowe/Doświadczenie|Wykształcenie/Edukacja|Certyfikaty/Kursy|Projekty/Projekty|obecnie",
  ru: "О себе/Профиль|Навыки/Ключевые навыки|Опыт работы/Профессиональный опыт|Образование/Образование|Сертификаты/Курсы|Проекты/Проекты|настоящее время",
  el: "Προφίλ/Επαγγελματικό προφίλ|Δεξιότητες/Δεξιότητες|Επαγγελματική εμπειρία/Εργασιακή εμπειρία|Εκπαίδευση/Σπουδές|Πιστοποιήσεις/Σεμινάρια|Έργα/Έργα|σήμερα",
  tr: "Özet/Hakkımda|Beceriler/Yetenekler|İş Deneyimi/Deneyim|Eğitim/Eğitim Bilgileri|Sertifikalar/Kurslar|Projeler/Projeler|halen",
  vi: "Giới thiệu/Tóm tắt|Kỹ năng/Kỹ năng chuyên môn|Kinh nghiệm làm việc/Quá trình làm việc|Học vấn/Trình độ học vấn|Chứng chỉ/Chứng chỉ|Dự án/Dự án|hiện tại",
  he: "תקציר/פרופיל|כישורים/מיומנויות|ניסיון תעסוקתי/ניסיון מקצועי|השכלה/לימודים|הסמכות/תעודות|פרויקטים/פרויקטים|היום",
  ar: "الملخص/نبذة عني|المهارات/مهارات|الخبرات المهنية/الخبرة العملية|التعليم/المؤهلات العلمية|الشهادات/الدورات التدريبية|المشاريع/المشاريع|الآن",
  hi: "सारांश/परिचय|कौशल/तकनीकी कौशल|कार्य अनुभव/अनुभव|शिक्षा/शैक्षिक योग्यता|प्रमाणपत्र/प्रमाणपत्र|परियोजनाएँ/परियोजनाएँ|वर्तमान",
  zh: "个人简介/自我评价|专业技能/技能|工作经历/工作经验|教育背景/教育经历|证书/资格证书|项目经历/项目经验|至今",
  ja: "職務要約/自己PR|スキル/活かせるスキル|職務経歴/職歴|学歴/最終学歴|資格/免許・資格|プロジェクト/プロジェクト|現在",
  ko: "자기소개/요약|보유 기술/핵심 역량|경력 사항/경력|학력/학력 사항|자격증/자격증|프로젝트/프로젝트|현재",
};

/** Dates as people of a language write them; style 0 names the month, 1 is figures, 2 the ISO order. */
export function dateText(date: PartialDate, language: string, style: number): string {
  const { year, month } = date;
  if (!month) return language === "ja" || language === "zh" ? `${year}年` : String(year);
  if (language === "ja" || language === "zh")
    return style === 0 ? `${year}年${month}月` : `${year}.${String(month).padStart(2, "0")}`;
  if (language === "ko") return style === 0 ? `${year}년 ${month}월` : `${year}.${String(month).padStart(2, "0")}`;
  if (style === 1 || language === "vi") return `${String(month).padStart(2, "0")}/${year}`;
  if (style === 2) return `${year}-${String(month).padStart(2, "0")}`;
  return `${new Intl.DateTimeFormat(language, { month: language === "en" ? "short" : "long", timeZone: "UTC" }).format(Date.UTC(2020, month - 1, 15))} ${year}`;
}
