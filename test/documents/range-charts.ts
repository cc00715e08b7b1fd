import type { RangeChart } from "#src/documents/range-chart.ts";

const names = { min: "10th percentile", median: "Median", max: "90th percentile" };
const unit = "US dollars a year before tax, May 2025, United States, across all industries";
const rows = (count: number, label: (index: number) => string = (index) => `Role ${index + 1}`): RangeChart["rows"] =>
  Array.from({ length: count }, (_, index) => ({
    label: label(index),
    min: 30_000 + index * 4_150,
    median: 48_230 + index * 6_940,
    max: 81_070 + index * 11_390,
  }));

const technology: RangeChart["rows"] = [
  { label: "Software Developers", min: 82_460, median: 135_980, max: 214_670 },
  { label: "Information Security Analysts", min: 75_090, median: 129_180, max: 199_850 },
  { label: "Data Scientists", min: 67_240, median: 120_230, max: 199_130 },
  { label: "Computer Systems Analysts", min: 67_340, median: 105_850, max: 167_710 },
  { label: "Software Quality Assurance Analysts and Testers", min: 61_440, median: 104_300, max: 167_010 },
  { label: "Network and Computer Systems Administrators", min: 62_640, median: 99_130, max: 155_050 },
  { label: "Computer User Support Specialists", min: 40_980, median: 61_860, max: 100_540 },
  { label: "Computer and Information Systems Managers", min: 107_550, median: 175_140, max: 297_510 },
];

const LONG = [
  "Sales Representatives of Services, Except Advertising, Insurance, Financial Services, and Travel",
  "Secondary School Teachers, Except Special and Career/Technical Education",
  "Telecommunications Equipment Installers and Repairers, Except Line Installers",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

const chart = (title: string, over: Partial<RangeChart>): RangeChart => ({
  title,
  unit,
  names,
  rows: rows(3),
  alt: `${title}, lowest first.`,
  ...over,
});

/** Twelve charts as different as people and models may make them. */
export const RANGE_CHARTS: Readonly<Record<string, RangeChart>> = {
  technology: chart("Pay in Technology", { rows: technology }),
  "long role names": chart("Pay in Telecommunications", { rows: rows(4, (index) => LONG[index] ?? "") }),
  "one row": chart("Pay in Technology", { rows: technology.slice(0, 1) }),
  "twelve rows": chart("Pay in Professional Services", { rows: rows(12) }),
  "huge values": chart("Pay, in rupiah", {
    unit: "Indonesian rupiah a year before tax, May 2025",
    rows: [
      { label: "Welder", min: 48_000_000, median: 72_500_000, max: 131_250_000 },
      { label: "Chief executive", min: 900_000_000, median: 2_400_000_000, max: 9_990_000_000 },
    ],
  }),
  "tiny values": chart("Share of pay that is overtime", {
    unit: "of a year's pay",
    rows: [
      { label: "Bakers", min: 0.0004, median: 0.0125, max: 0.0941 },
      { label: "Nurses", min: 0, median: 0.02, max: 0.05 },
    ],
  }),
  "tiny beside huge": chart("Pay", {
    rows: [
      { label: "Volunteer", min: 1, median: 12, max: 40 },
      { label: "Surgeon", min: 120_000, median: 350_000, max: 1_250_000 },
    ],
  }),
  "all the same": chart("Pay by one tariff", {
    rows: [
      { label: "Bus driver", min: 41_000, median: 41_000, max: 41_000 },
      { label: "Conductor", min: 41_000, median: 41_000, max: 41_000 },
    ],
  }),
  "another currency": chart("Löhne in der Pflege: Łódź, Αθήνα, Київ", {
    unit: "Euro im Jahr, brutto, 2025",
    names: { min: "10 % verdienen weniger", median: "Mitte", max: "10 % verdienen mehr" },
    rows: rows(3, (index) => ["Pflegefachkraft", "Νοσηλεύτρια", "Медсестра"][index] ?? ""),
  }),
  "right to left": chart("الأجور في التكنولوجيا", {
    unit: "شيكل جديد في السنة، 2025",
    names: { min: "العُشر الأدنى", median: "الوسيط", max: "العُشر الأعلى" },
    rows: rows(
      4,
      (index) => ["مهندس برمجيات", "מפתחת תוכנה (Full Stack)", "محلل بيانات (SQL)", "מנהל מוצר"][index] ?? "",
    ),
  }),
  "a long title": chart(
    "Pay of everybody who works in Healthcare & Life Sciences: Regenerative Medicine and Clinical Trial Management",
    { unit: `${unit}; ${unit}`, rows: rows(2) },
  ),
  "two industries": chart("Medians of eight roles", {
    names: { min: "Lowest", median: "Middle", max: "Highest" },
    rows: [
      { label: "Technology", min: 61_860, median: 105_075, max: 175_140 },
      { label: "Healthcare & Life Sciences", min: 42_260, median: 100_155, max: 140_910 },
    ],
  }),
};
