import { fold } from "./dates.ts";

/** What a section of a resume is about; "other" is kept apart, "none" is dropped (references, declarations). */
export type SectionKind =
  | "summary"
  | "skills"
  | "languages"
  | "experience"
  | "education"
  | "projects"
  | "certifications"
  | "contact"
  | "other";

/** The section that a line opens, if it is a heading that people use; letter case, accents and spacing do not matter. */
export function headingOf(line: string): SectionKind | undefined {
  if (line.length > 60) return undefined;
  const name = plain(line);
  return name === "" ? undefined : (KINDS.get(name) ?? KINDS.get(plain(unspaced(line))) ?? combined(name));
}

/** "E X P E R I E N C E" is a heading set wide. */
function unspaced(line: string): string {
  return /^(?:\S ){3,}\S$/.test(line.trim()) ? line.replace(/ /g, "") : line;
}

/** "Education and training", "Skills & tools": known on both sides of the "and". */
function combined(name: string): SectionKind | undefined {
  const parts = name.split(/ (?:and|und|et|y|e|i|и|και|ve) |, /);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const kinds = parts.map((part) => KINDS.get(part));
  return kinds.every(Boolean) ? kinds[0] : undefined;
}

function plain(line: string): string {
  return fold(line)
    .replace(/ & /g, " and ")
    .replace(/[^\p{L}\p{M}\p{N}, ]+/gu, " ")
    .replace(/^\s*(?:\d{1,2}|[ivx]{1,4})\s+(?=\p{L})/u, "")
    .replace(/\s+/g, " ")
    .trim();
}

const NAMES: Record<SectionKind, string> = {
  summary: `summary|professional summary|executive summary|career summary|summary of qualifications|profile|professional profile|personal profile|career profile|personal statement|about|about me|objective|career objective|professional objective|overview|introduction|highlights|career highlights|
    profil|kurzprofil|uber mich|zusammenfassung|personliches profil|berufsziel|a propos|a propos de moi|resume|resume professionnel|profil professionnel|presentation|objectif|
    perfil|perfil profesional|resumen|resumen profesional|sobre mi|objetivo|objetivo profesional|extracto|perfil profissional|resumo|resumo profissional|sobre mim|objetivo profissional|
    profilo|profilo professionale|sommario|presentazione|obiettivo|profiel|over mij|samenvatting|sammanfattning|om mig|podsumowanie|podsumowanie zawodowe|profil zawodowy|o mnie|cel zawodowy|
    о себе|обо мне|профиль|цель|краткая информация|ключевая информация|про себе|προφιλ|επαγγελματικο προφιλ|περιληψη|σχετικα με εμενα|ozet|profesyonel ozet|hakkimda|kariyer hedefi|
    תמציתתקציר|תקציר|תמצית|פרופיל|אודות|על עצמי|פרופיל מקצועי|תקציר מקצועי|الملخص|ملخص|الملخص المهني|نبذة|نبذة عني|نبذة شخصية|الهدف الوظيفي|الملف الشخصي|
    सारांश|परिचय|उद्देश्य|व्यावसायिक सारांश|प्रोफ़ाइल|प्रोफाइल|个人简介|自我评价|个人总结|简介|职业概述|求职意向|個人簡介|自我介紹|
    自己pr|自己紹介|職務要約|要約|概要|プロフィール|자기소개|소개|요약|프로필|경력 요약|tom tat|gioi thieu|muc tieu nghe nghiep|gioi thieu ban than`,
  skills: `skills|key skills|core skills|technical skills|professional skills|core competencies|competencies|key competencies|areas of expertise|expertise|technologies|tools|tools and technologies|skills and abilities|skills and tools|strengths|technical proficiencies|clinical skills|soft skills|hard skills|additional skills|computer skills|it skills|skill set|specialties|proficiencies|equipment|trade skills|skills summary|
    kenntnisse|fahigkeiten|kompetenzen|fachkenntnisse|edv kenntnisse|it kenntnisse|fahigkeiten und kenntnisse|kenntnisse und fahigkeiten|besondere kenntnisse|qualifikationen|
    competences|competences cles|competences techniques|savoir faire|atouts|informatique|habilidades|competencias|aptitudes|conocimientos|destrezas|habilidades y competencias|conocimientos tecnicos|informatica|
    habilidades e competencias|competencias tecnicas|conhecimentos|competenze|capacita e competenze|competenze tecniche|abilita|vaardigheden|competenties|fardigheter|kompetenser|ferdigheter|umiejetnosci|kompetencje|umiejetnosci i kompetencje|
    навыки|ключевые навыки|профессиональные навыки|компетенции|умения|умения и навыки|навички|δεξιοτητες|ικανοτητες|τεχνικες δεξιοτητες|προσωπικες δεξιοτητες|beceriler|yetenekler|yetkinlikler|teknik beceriler|
    כישורים|מיומנויות|יכולות|כישורים ומיומנויות|المهارات|مهارات|الكفاءات|المهارات التقنية|कौशल|तकनीकी कौशल|दक्षता|मुख्य कौशल|प्रमुख कौशल|技能|专业技能|技能特长|个人技能|核心技能|專業技能|
    スキル|保有スキル|活かせる経験・知識|得意分野|活かせるスキル|보유 기술|기술|역량|기술 스택|스킬|핵심 역량|보유 역량|ky nang|ky nang chuyen mon`,
  languages: `languages|language skills|sprachen|sprachkenntnisse|langues|idiomas|linguas|lingue|talen|sprak|jezyki|jezyki obce|znajomosc jezykow|языки|знание языков|иностранные языки|мови|γλωσσες|ξενες γλωσσες|diller|yabanci diller|yabanci dil|שפות|اللغات|भाषाएँ|भाषाएं|भाषा|भाषा ज्ञान|语言|语言能力|語言|語学|言語|語学力|언어|외국어|ngoai ngu|ngon ngu`,
  experience: `experience|work experience|professional experience|employment|employment history|work history|career history|relevant experience|job history|career|positions held|professional background|clinical experience|teaching experience|work|industry experience|experience and employment|volunteer experience|volunteering|volunteer work|volunteer|additional experience|other experience|military service|military experience|internships|internship|selected experience|driving experience|flight experience|research experience|stage experience|community involvement|
    berufserfahrung|beruflicher werdegang|berufspraxis|arbeitserfahrung|werdegang|berufliche erfahrung|beruflicher hintergrund|praktika|praktische erfahrung|ehrenamt|
    experience professionnelle|experiences professionnelles|experiences|parcours professionnel|emplois|benevolat|stages|
    experiencia|experiencia laboral|experiencia profesional|historial laboral|trayectoria profesional|voluntariado|
    experiencia profissional|historico profissional|experiencias profissionais|trajetoria profissional|
    esperienza|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali|werkervaring|ervaring|arbetslivserfarenhet|erfarenhet|arbeidserfaring|erhvervserfaring|
    doswiadczenie|doswiadczenie zawodowe|przebieg kariery|historia zatrudnienia|опыт|опыт работы|трудовой опыт|профессиональный опыт|трудовая деятельность|досвід роботи|досвід|досвiд роботи|
    επαγγελματικη εμπειρια|εμπειρια|εργασιακη εμπειρια|προυπηρεσια|deneyim|is deneyimi|is tecrubesi|mesleki deneyim|tecrube|
    ניסיון|ניסיון תעסוקתי|ניסיון מקצועי|תעסוקה|ניסיון בעבודה|الخبرة|الخبرات|الخبرة المهنية|الخبرات العملية|الخبرة العملية|الخبرات المهنية|خبرات العمل|
    अनुभव|कार्य अनुभव|कार्यानुभव|पेशेवर अनुभव|व्यावसायिक अनुभव|工作经历|工作经验|职业经历|实习经历|工作經歷|工作經驗|經歷|
    職歴|職務経歴|経歴|職務経歴書|業務経験|경력|경력사항|경력 사항|업무 경력|직무 경험|kinh nghiem|kinh nghiem lam viec|qua trinh lam viec`,
  education: `education|academic background|educational background|academic qualifications|qualifications|education and training|education and qualifications|academic history|studies|training and education|schooling|apprenticeship|training|academic record|
    ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|ausbildung und studium|schulische ausbildung|bildungsgang|weiterbildung|
    formation|formations|etudes|parcours academique|diplomes|formation academique|educacion|formacion|formacion academica|estudios|educacion y formacion|
    educacao|formacao|formacao academica|escolaridade|istruzione|istruzione e formazione|formazione|titoli di studio|opleiding|opleidingen|utbildning|utdanning|uddannelse|
    edukacja|wyksztalcenie|образование|освiта|освіта|обучение|εκπαιδευση|σπουδες|εκπαιδευση και καταρτιση|egitim|egitim bilgileri|ogrenim|השכלה|לימודים|השכלה אקדמית|
    التعليم|المؤهلات العلمية|المؤهلات|الدراسة|التحصيل العلمي|المؤهل العلمي|शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|教育背景|教育经历|学历|教育|教育程度|學歷|教育背景与培训|学歴|最終学歴|
    학력|학력사항|학력 사항|교육|hoc van|trinh do hoc van|qua trinh hoc tap|giao duc`,
  projects: `projects|key projects|selected projects|personal projects|side projects|portfolio|publications|selected publications|research|awards and projects|selected works|exhibitions|productions|credits|
    projekte|publikationen|veroffentlichungen|projets|realisations|proyectos|publicaciones|projetos|publicacoes|progetti|pubblicazioni|projecten|projekt|projekty|проекты|проєкти|публикации|
    εργα|projeler|פרויקטים|המشاريع|المشاريع|مشاريع|परियोजनाएँ|परियोजनाएं|परियोजना|项目经历|项目经验|项目|專案|作品|プロジェクト|프로젝트|du an`,
  certifications: `certifications|certificates|certification|licenses|licences|licenses and certifications|certifications and licenses|licences and certificates|professional certifications|courses|training and certifications|accreditations|registrations|licensure|professional development|certificates and licences|tickets|tickets and licences|credentials|registration|professional registration|awards|honors|honours|awards and honors|achievements|
    zertifikate|zertifizierungen|lizenzen|fortbildungen|weiterbildungen|certificats|habilitations|permis|certificaciones|certificados|licencias|cursos|certificacoes|cursos e certificacoes|
    certificazioni|certificati|patenti|corsi|certificaten|certifikat|certyfikaty|uprawnienia|kursy|szkolenia|certyfikaty i szkolenia|сертификаты|курсы|лицензии|повышение квалификации|сертификаты и курсы|сертифікати|
    πιστοποιησεις|αδειες|σεμιναρια|sertifikalar|belgeler|kurslar|תעודות|הסמכות|רישיונות|תעודות והסמכות|الشهادات|شهادات|الدورات|الدورات التدريبية|الشهادات المهنية|التراخيص|
    प्रमाणपत्र|प्रमाण पत्र|प्रमाणन|证书|资格证书|资质证书|獎項|證照|資格|免許・資格|資格・免許|免許|자격증|자격|면허|자격증 및 면허|자격 사항|수상|chung chi|bang cap`,
  contact: `contact|contact information|contact details|personal details|personal information|personal data|details|address|kontakt|kontaktdaten|personliche daten|personliche angaben|coordonnees|informations personnelles|contacto|datos personales|datos de contacto|contato|contatos|dados pessoais|
    contatti|dati personali|informazioni personali|contactgegevens|persoonlijke gegevens|dane osobowe|dane kontaktowe|контакты|контактная информация|личная информация|личные данные|στοιχεια επικοινωνιας|επικοινωνια|προσωπικα στοιχεια|iletisim|iletisim bilgileri|kisisel bilgiler|
    פרטים אישיים|פרטי קשר|יצירת קשר|معلومات الاتصال|التواصل|بيانات الاتصال|المعلومات الشخصية|संपर्क|व्यक्तिगत जानकारी|व्यक्तिगत विवरण|联系方式|个人信息|基本信息|聯絡方式|個人資料|連絡先|基本情報|個人情報|연락처|인적사항|인적 사항|개인정보|lien he|thong tin ca nhan|thong tin lien he|
    curriculum vitae|cv|resume cv|lebenslauf|履歴書|职位简历|简历|个人简历|이력서|السيرة الذاتية|סיכום קורות חיים|קורות חיים|hoja de vida|curriculo|ozgecmis|zyciorys|βιογραφικο σημειωμα|резюме|links|profiles|online`,
  other: `references|referees|interests|hobbies|hobbies and interests|personal interests|activities|affiliations|memberships|professional memberships|professional affiliations|declaration|availability|additional information|miscellaneous|other information|other|extracurricular activities|
    referenzen|interessen|hobbys|mitgliedschaften|sonstiges|loisirs|centres d interet|references professionnelles|intereses|aficiones|referencias|otros datos|interesses|referencias profissionais|interessi|hobby|altro|autorizzazione|interesses pessoais|zainteresowania|referencje|klauzula|
    интересы|хобби|рекомендации|дополнительная информация|дополнительные сведения|ενδιαφεροντα|συστασεις|ilgi alanlari|hobiler|referanslar|תחומי עניין|תחביבים|ממליצים|المراجع|الاهتمامات|الهوايات|रुचियाँ|रुचियां|घोषणा|संदर्भ|兴趣爱好|爱好|趣味|志望動機|취미|추천인|so thich`,
};

const KINDS = new Map<string, SectionKind>(
  (Object.keys(NAMES) as SectionKind[]).flatMap((kind) =>
    NAMES[kind].split("|").map((name) => [plain(name), kind] as const),
  ),
);
