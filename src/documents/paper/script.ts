/** The language of a text by its letters alone: good enough for headings, the direction and the shapes of Han characters. */
export function guessLanguage(text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  // A syllable of these says as much as several letters.
  const counts: readonly (readonly [string, number])[] = [
    ["en", count(/\p{Script=Latin}/gu)],
    ["el", count(/\p{Script=Greek}/gu)],
    ["ru", count(/\p{Script=Cyrillic}/gu)],
    ["hi", count(/\p{Script=Devanagari}/gu) * 1.5],
    ["ar", count(/\p{Script=Arabic}/gu) * 1.5],
    ["he", count(/\p{Script=Hebrew}/gu) * 1.5],
    [kana * 8 > han ? "ja" : "zh", (han + kana) * 3],
    ["ko", hangul * 3 + (hangul > han ? han : 0)],
  ];
  const [language] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  return language === "zh" && count(TRADITIONAL) > count(SIMPLIFIED) ? "zh-Hant" : language;
}

/** Frequent characters that are written in two ways. */
const TRADITIONAL =
  /[國學會業經電開發與專歷資務員門東車長產處單點際華書實現對應關機動進過還個們來時說為無後臺灣團隊導帳貿聯証證設計財報總]/gu;
const SIMPLIFIED =
  /[国学会业经电开发与专历资务员门东车长产处单点际华书实现对应关机动进过还个们来时说为无后台湾团队导帐贸联证设计财报总]/gu;

export function isRightToLeft(language: string): boolean {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(language);
}
