/** Whether words of German, French, Spanish, Italian, Portuguese or Dutch are forms of one, both in lower case without accents. */
export function shareStem(one: string, other: string): boolean {
  const mine = stemsOf(one);
  return stemsOf(other).some((stem) => mine.includes(stem));
}

const memory = new Map<string, readonly string[]>();

function stemsOf(word: string): readonly string[] {
  const known = memory.get(word);
  if (known) return known;
  const found = new Set<string>();
  for (const form of [word, ...withoutParticiple(word)]) {
    for (const changed of [form, ...withFirstVowel(form)]) {
      if (changed.length >= 5) found.add(changed);
      for (const ending of ENDINGS) {
        const stem = changed.replace(ending, "");
        if (stem.length >= 3 && stem !== changed) found.add(stem);
      }
    }
  }
  if (memory.size > 5000) memory.clear();
  const stems = [...found];
  memory.set(word, stems);
  return stems;
}

const PREFIX =
  "ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|nieder|um|vor|voran|weg|weiter|zu|zuruck|zusammen|durch|uber|unter|in|op|uit|aan|af|bij|na|voor|mee|schoon|klaar|sauber|fertig|bereit";

/** "Ausgetragen" and "auszutragen" for "austragen", "gewaschen" for "waschen". */
function withoutParticiple(word: string): string[] {
  const inside = new RegExp(`^(${PREFIX})(?:ge|zu|te)(?=[a-z]{3})`).exec(word);
  if (inside) return [(inside[1] ?? "") + word.slice(inside[0].length)];
  return /^ge[a-z]{4,}(?:t|en|d)$/.test(word) ? [word.slice(2)] : [];
}

/** Verbs that change within: "schrieb" and "schreiben", "hielt" and "halten". */
function withFirstVowel(word: string): string[] {
  return CHANGES.flatMap(([changed, first]) => {
    const at = word.search(changed);
    return at < 0 ? [] : [word.replace(changed, first)];
  });
}

const CHANGES: readonly (readonly [changed: RegExp, first: string])[] =
  `strich streich|glich gleich|wog wieg|molk melk|rieb reib|flocht flecht|backte back|schrieb schreib|trieb treib|blieb bleib|gab geb|gib geb|nahm nehm|nimm nehm|nomm nehm|sprach sprech|sproch sprech|spruch sprech|traf treff|troff treff|fuhr fahr|trug trag|wusch wasch|fing fang|hielt halt|lief lauf|rief ruf|riet rat|sang sing|sung sing|band bind|bund bind|fand find|fund find|zog zieh|zug zieh|bot biet|schloss schliess|schluss schliess|goss giess|schnitt schneid|griff greif|ritt reit|las les|sah seh|stand steh|ging geh|gang geh|kam komm|bracht bring|dacht denk|kannt kenn|brannt brenn|lud lad|grub grab|schlug schlag|stieg steig|wies weis|warb werb|worb werb|hob heb|schob schieb|flog flieg|flug flieg|buk back|mass mess|ass ess|sass sitz|legt leg|schwamm schwimm|trank trink|half helf|holf helf|goltt gelt|bog bieg|lieh leih|mied meid|schien schein|kauf kauf|vent vend|recu recep|recept recep|entretien entretenu|scritt scriv|risposto rispond|risposta rispond|respuest respond|repons repond|traduj traduc|conduj conduc|puest pon|conduit condui|construit construi|ecrit ecriv|lect lis|peint peign|ouvert ouvr|ouvertur ouvr|cuent cont|atiend atend|sirv serv|hic hac|tuv ten|mantuv manten|mantien manten|limpi limp|limpieza limp|vertu vert|geschreven schrijv|schreef schrijv|hield houd|verkocht verkoop|gebracht breng|bracht breng`
    .split("|")
    .map((pair) => {
      const [changed = "", first = ""] = pair.split(" ");
      return [new RegExp(`(?<=^|^(?:be|ver|er|ent|zer|ge|${PREFIX}))${changed}`), first] as const;
    });

const ENDINGS: readonly RegExp[] = [
  // German and Dutch
  /(?:ungen|ung|ens|en|ern|er|es|em|te|ten|et|st|t|e|n|s|el|eln|elt|elte|ing|ingen|de|den)$/,
  // Spanish, Portuguese, Italian
  /(?:aciones|acion|iciones|icion|amientos|amiento|imientos|imiento|ando|iendo|adas|ados|ada|ado|idas|idos|ida|ido|aba|aban|ar|er|ir|are|ere|ire|ato|ati|ata|ate|uto|uta|ito|ita|azione|azioni|avo|evo|ivo|acao|acoes|agem|ei|ava|ia|ou|amos|e|i|o|a|as|os|es|io|eza|dura|ura)$/,
  // French
  /(?:issements|issement|ements|ement|ations|ation|ages|age|ees|ee|es|er|ir|re|ait|ais|ant|issais|issant|e|s|i|u|is|it|ies|ie|us|ue|ues|ure|ures|tion|eaux|eau)$/,
];
