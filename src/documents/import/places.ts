import { fold } from "./dates.ts";
import { degreeness, employerness, schoolness, titleness } from "./vocabulary.ts";

/**
 * A text that names a place and nothing else: "Leeds, UK", "Austin, TX", "Remote", or a country or large city by itself. A
 * town that nobody lists, standing alone, is not recognised.
 */
export function isPlace(text: string): boolean {
  const bare = text.replace(/[()]/g, "").trim();
  if (bare.length > 50 || /[@:;!?]|\d{6}/.test(bare)) return false;
  if (KNOWN.has(fold(bare))) return true;
  if (/[市省県都府道区县시도군구]$/u.test(bare) && bare.length <= 12 && !/\s/.test(bare))
    return titleness(bare) + employerness(bare) === 0;
  const pieces = bare.split(/,\s*|،\s*|，/u);
  if (pieces.length < 2 || pieces.length > 3) return false;
  if (titleness(bare) + employerness(bare) + schoolness(bare) + degreeness(bare) > 0) return false;
  const names = pieces.map((piece) => fold(piece));
  const region = COUNTRIES.has(names.at(-1) ?? "") || /^[A-Z]{2}(?: \d{5})?$/u.test(pieces.at(-1) ?? "");
  // "Copper Pot, Seattle" is a company and its town.
  if (pieces.length === 3) return region && KNOWN.has(names[0] ?? "");
  return region || KNOWN.has(names[0] ?? "");
}

const COUNTRIES = namesIn(
  `remote|home office|hybrid|online|usa|us|u.s.|united states|uk|u.k.|united kingdom|england|scotland|wales|northern ireland|ireland|canada|australia|new zealand|south africa|nigeria|kenya|ghana|india|pakistan|bangladesh|singapore|malaysia|philippines|germany|austria|switzerland|france|belgium|netherlands|luxembourg|spain|portugal|italy|poland|czechia|sweden|norway|denmark|finland|iceland|greece|turkey|israel|egypt|jordan|lebanon|uae|qatar|saudi arabia|morocco|brazil|argentina|chile|colombia|peru|mexico|china|japan|south korea|korea|vietnam|thailand|indonesia|russia|ukraine|
  deutschland|osterreich|schweiz|suisse|belgique|espana|italia|polska|brasil|portugal|sverige|turkiye|россия|украина|украіна|ελλαδα|ישראל|مصر|الاردن|السعودية|الامارات|لبنان|المغرب|भारत|中国|日本|대한민국|한국|viet nam|
  ontario|quebec|alberta|british columbia|nsw|qld|vic|texas|california|new york|florida|ohio`,
);

const KNOWN = new Set([
  ...COUNTRIES,
  ...namesIn(
    `london|manchester|birmingham|leeds|glasgow|edinburgh|bristol|liverpool|cardiff|belfast|dublin|cork|galway|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|berlin|hamburg|munchen|munich|koln|frankfurt|stuttgart|leipzig|dresden|bremen|hannover|wien|zurich|bern|basel|geneve|bruxelles|brussels|amsterdam|rotterdam|utrecht|madrid|barcelona|sevilla|valencia|bilbao|lisboa|porto|roma|milano|napoli|torino|bologna|firenze|warszawa|krakow|gdansk|wroclaw|poznan|lodz|praha|wien|stockholm|goteborg|oslo|bergen|kobenhavn|helsinki|
  athens|αθηνα|θεσσαλονικη|πατρα|ηρακλειο|istanbul|ankara|izmir|bursa|antalya|москва|санкт-петербург|казань|новосибирск|екатеринбург|самара|краснодар|киiв|киів|львiв|львів|тель-авив|תל אביב|ירושלים|חיפה|באר שבע|cairo|القاهرة|الاسكندرية|عمان|دبي|الرياض|جدة|بيروت|الدار البيضاء|ابوظبي|amman|dubai|riyadh|lagos|abuja|nairobi|accra|johannesburg|cape town|durban|
  new delhi|delhi|mumbai|bengaluru|bangalore|chennai|pune|hyderabad|kolkata|दिल्ली|नई दिल्ली|मुंबई|लखनऊ|जयपुर|भोपाल|पुणे|इंदौर|पटना|वाराणसी|karachi|lahore|dhaka|singapore|kuala lumpur|manila|jakarta|bangkok|ha noi|hanoi|ho chi minh city|tp. ho chi minh|da nang|北京|上海|广州|深圳|成都|杭州|武汉|南京|西安|苏州|重庆|台北|香港|東京|大阪|名古屋|京都|福岡|札幌|横浜|神戸|仙台|서울|부산|인천|대구|대전|광주|수원|tokyo|osaka|seoul|busan|beijing|shanghai|
  chicago|houston|boston|seattle|denver|austin|dallas|atlanta|miami|philadelphia|phoenix|detroit|portland|san francisco|los angeles|san diego|toronto|montreal|vancouver|calgary|ottawa|sydney|melbourne|brisbane|perth|adelaide|auckland|wellington|mexico city|ciudad de mexico|guadalajara|monterrey|bogota|medellin|lima|santiago|buenos aires|cordoba|sao paulo|rio de janeiro|curitiba|belo horizonte|porto alegre|recife|salvador`,
  ),
]);

function namesIn(list: string): Set<string> {
  return new Set(list.split("|").map((name) => fold(name.trim())));
}
