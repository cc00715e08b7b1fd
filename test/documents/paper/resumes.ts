import type { Letter } from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";

/** One resume of each script, made up. */
export const RESUMES: Readonly<Record<string, ResumeDocument>> = {
  latin: one({
    name: "Zoë Łukasiewicz-Müller",
    headline: "Staff nurse, intensive care",
    place: "Łódź, Česko, İzmir, Đà Nẵng",
    summary: "Intensive-care nurse with eleven years at the bedside. Cut documentation time by 35 %.",
    skills: ["ECMO", "Ventilation", "C++", "C#", ".NET", "CI/CD"],
    employer: "Charité – Universitätsmedizin Berlin",
    titles: ["Senior staff nurse", "Staff nurse"],
    bullets: [
      "Coordinate a team of 14 nurses on a ward of 22 beds, with 98 % of shifts filled a month ahead.",
      "Introduced bedside barcode scanning (Øresund, Škoda, Żubr, Ñandú, Ærø, Thắng); errors fell by 62 %.",
    ],
    school: "Universität Greifswald",
    degree: "B.Sc.",
    field: "Nursing",
  }),
  greek: one({
    name: "Ελένη Παπαδοπούλου",
    headline: "Μηχανικός παραγωγής",
    place: "Θεσσαλονίκη",
    summary: "Μηχανικός με δέκα χρόνια εμπειρίας στη βιομηχανία τροφίμων και μείωση φύρας κατά 18 %.",
    skills: ["Λιτή παραγωγή", "Συντήρηση", "AutoCAD"],
    employer: "Βιομηχανία Τροφίμων Αιγαίου Α.Ε.",
    titles: ["Υπεύθυνη γραμμής", "Μηχανικός βάρδιας"],
    bullets: ["Συντόνισα ομάδα 24 ατόμων σε τρεις βάρδιες.", "Μείωσα τον χρόνο αλλαγής από 45 σε 17 λεπτά."],
    school: "Αριστοτέλειο Πανεπιστήμιο Θεσσαλονίκης",
    degree: "Δίπλωμα",
    field: "Μηχανολογία",
  }),
  cyrillic: one({
    name: "Олександра Їжакевич",
    headline: "Учитель математики",
    place: "Київ, Ґданськ",
    summary: "Учитель с двенадцатилетним стажем; 87 % учеников сдают экзамен с первого раза.",
    skills: ["Алгебра", "Подготовка к экзаменам", "GeoGebra"],
    employer: "Гимназия № 17",
    titles: ["Заведующая кафедрой", "Учитель"],
    bullets: [
      "Руковожу кафедрой из 9 учителей и 640 учеников.",
      "Разработала курс подготовки, средний балл вырос на 14 %.",
    ],
    school: "Київський національний університет",
    degree: "Магістр",
    field: "Математика",
  }),
  devanagari: one({
    name: "प्रियंका श्रीवास्तव",
    headline: "वरिष्ठ लेखाकार",
    place: "नई दिल्ली",
    summary: "दस वर्षों के अनुभव वाली लेखाकार, जिन्होंने मासिक समापन का समय 9 दिनों से घटाकर 4 दिन किया।",
    skills: ["जीएसटी", "लेखा परीक्षा", "Tally", "वित्तीय रिपोर्टिंग"],
    employer: "हिन्दुस्तान टेक्सटाइल्स",
    titles: ["वरिष्ठ लेखाकार", "लेखा सहायक"],
    bullets: [
      "छह लोगों की टीम का नेतृत्व किया और त्रुटियों में 32 % कमी की।",
      "ज्ञान, शक्ति, कर्त्तव्य, क्षेत्र और दृष्टि पर प्रशिक्षण दिया।",
    ],
    school: "दिल्ली विश्वविद्यालय",
    degree: "वाणिज्य स्नातक",
    field: "लेखांकन",
  }),
  arabic: one({
    name: "ليلى عبد الرحمن الحسيني",
    headline: "مهندسة مدنية",
    place: "عمّان، الأردن",
    summary:
      "مهندسة مدنية بخبرة 12 عامًا في مشاريع الطرق والجسور، وخفض التكاليف بنسبة 18 % في مشروع بقيمة 4.5 مليون دينار.",
    skills: ["إدارة المشاريع", "AutoCAD", "Primavera P6", "مراقبة الجودة"],
    employer: "شركة البناء الحديث (ش.م.م)",
    titles: ["مديرة مشروع", "مهندسة موقع"],
    bullets: [
      "أدرت فريقًا من 24 مهندسًا في 3 مواقع باستخدام Microsoft Project.",
      "سلّمت الجسر قبل الموعد بـ 45 يومًا، وبلا حوادث لأكثر من 1,000 يوم.",
    ],
    school: "الجامعة الأردنية",
    degree: "بكالوريوس",
    field: "الهندسة المدنية",
  }),
  hebrew: one({
    name: "נועה בן־דוד",
    headline: "מנהלת מוצר",
    place: "תל אביב",
    summary: "מנהלת מוצר עם 9 שנות ניסיון (SaaS, B2B) והגדלת ההכנסות ב־35 % תוך שנה אחת.",
    skills: ["מחקר משתמשים", "SQL", "ניהול פרויקטים", "Jira"],
    employer: "חברת ענן בע״מ",
    titles: ["מנהלת מוצר בכירה", "מנהלת מוצר"],
    bullets: ["הובלתי צוות של 8 מפתחים ב־Scrum והשקנו 12 גרסאות.", "שיפרתי את שימור הלקוחות מ־71 % ל־86 %."],
    school: "אוניברסיטת תל אביב",
    degree: "תואר ראשון",
    field: "מדעי המחשב",
  }),
  chinese: one({
    name: "欧阳雨桐",
    headline: "高级采购经理",
    place: "上海市浦东新区",
    summary: "拥有十二年制造业采购经验，带领团队将年度采购成本降低18%，交货准时率提高到97%。",
    skills: ["供应商管理", "谈判", "SAP", "成本分析"],
    employer: "华东精密机械有限公司",
    titles: ["采购经理", "采购专员"],
    bullets: [
      "管理每年2.4亿元人民币的采购预算以及60多家供应商，涵盖电子元件、钢材、包装材料与物流服务等多个品类。",
      "推行电子招标系统，采购周期由21天缩短至9天。",
    ],
    school: "同济大学",
    degree: "管理学学士",
    field: "工商管理",
  }),
  traditional: one({
    name: "陳淑芬",
    headline: "會計主任",
    place: "臺北市",
    summary: "擁有十年會計經驗，熟悉國際財務報導準則，將結帳時間由九天縮短為四天。",
    skills: ["稅務申報", "內部稽核", "Excel"],
    employer: "聯發貿易股份有限公司",
    titles: ["會計主任", "會計"],
    bullets: ["帶領六人團隊，錯誤率降低百分之三十二。", "導入電子發票系統，每月節省四十小時。"],
    school: "國立臺灣大學",
    degree: "學士",
    field: "會計學系",
  }),
  japanese: one({
    name: "髙橋 美咲",
    headline: "店舗マネージャー",
    place: "東京都新宿区",
    summary: "小売業で十年間勤務し、売上を前年比18％伸ばしました。スタッフ24名の教育を担当しています。",
    skills: ["在庫管理", "接客", "データ分析", "Excel"],
    employer: "株式会社さくら百貨店",
    titles: ["店舗マネージャー", "販売員"],
    bullets: [
      "24名のスタッフのシフトを管理し、残業を35％削減しました。新しい発注システムを導入し、欠品を半分に減らしました。",
      "レジ待ち時間を9分から4分に短縮しました。",
    ],
    school: "早稲田大学",
    degree: "学士",
    field: "商学部",
  }),
  korean: one({
    name: "김서연",
    headline: "물류 관리자",
    place: "서울특별시 강남구",
    summary: "물류 분야에서 10년 동안 근무하며 배송 비용을 18% 줄이고 정시 배송률을 97%로 높였습니다.",
    skills: ["재고 관리", "창고 운영", "SAP", "데이터 분석"],
    employer: "한빛물류 주식회사",
    titles: ["물류 관리자", "창고 담당"],
    bullets: [
      "직원 24명의 팀을 이끌며 하루 3,500건의 주문을 처리했습니다.",
      "새로운 분류 시스템을 도입하여 오류를 62% 줄였습니다.",
    ],
    school: "고려대학교",
    degree: "학사",
    field: "경영학",
  }),
};

export const LETTER: Letter = {
  sender: { name: "Zoë Łukasiewicz", email: "zoe@example.org", phone: "+49 30 1234567", location: "Berlin", links: [] },
  date: new Date("2026-11-22T12:00:00Z"),
  recipient: { name: "Dr. Ana Čapek", title: "Head of nursing", company: "St. Hedwig Hospital", location: "Berlin" },
  subject: "Ward manager, intensive care",
  salutation: "Dear Dr. Čapek,",
  paragraphs: [
    "Your ward asks for someone who has led a large team through a change of system. At Charité I coordinate 14 nurses on a ward of 22 beds, and I introduced bedside barcode scanning there; medication errors fell by 62 % within a year.",
    "You also ask for teaching. I have trained 31 new colleagues since 2019, and wrote the set of handover cards that six hospitals use today.",
    "I would be glad to show you both in person.",
  ],
  closing: "Yours sincerely,",
  signature: "Zoë Łukasiewicz",
};

interface Few {
  readonly name: string;
  readonly headline: string;
  readonly place: string;
  readonly summary: string;
  readonly skills: readonly string[];
  readonly employer: string;
  readonly titles: readonly [string, string];
  readonly bullets: readonly [string, string];
  readonly school: string;
  readonly degree: string;
  readonly field: string;
}

function one(few: Few): ResumeDocument {
  const { name, headline, place, summary, skills, employer, titles, bullets, school, degree, field } = few;
  return {
    contact: {
      name,
      headline,
      email: "someone@example.org",
      phone: "+49 30 1234567",
      location: place,
      links: [{ label: "Portfolio", url: "https://www.example.org/a/b-c" }, { url: "https://linkedin.com/in/someone" }],
    },
    summary: [summary],
    skills: [{ name: skills[0] ?? "", skills: skills.slice(1) }, { skills: [...skills].reverse() }],
    experience: [
      {
        employer,
        location: place,
        roles: [
          { title: titles[0], dates: { start: { year: 2019, month: 3 }, end: "present" }, bullets },
          { title: titles[1], dates: { start: { year: 2015 }, end: { year: 2019, month: 2 } }, bullets: [bullets[1]] },
        ],
      },
    ],
    education: [
      { school, degree, field, location: place, dates: { end: { year: 2014, month: 9 } }, bullets: [bullets[0]] },
    ],
    projects: [
      {
        name: titles[1],
        url: "https://example.org/cards",
        dates: { start: { year: 2022 }, end: { year: 2023 } },
        bullets,
      },
    ],
    certifications: [{ name: skills[1] ?? "", issuer: school, date: { year: 2024, month: 5 } }],
  };
}

/** The same resume with its experience many times over. */
export function longer(document: ResumeDocument, times: number): ResumeDocument {
  return { ...document, experience: Array.from({ length: times }, () => document.experience).flat() };
}
