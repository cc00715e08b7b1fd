/** Small words of other languages that state nothing; none of them turns a sentence. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "der die das den dem des ein eine einer eines einem einen und oder mit fur von vom zu zum zur im in an am auf aus bei beim als sowie nach uber durch ich wir mein meine meiner meinem meinen habe hatte haben war waren bin wurde wurden werde wird es sich auch dort dabei dann wo wie was gemacht machte getan sowohl und um bis seit ab je pro taglich sehr " +
    "le la les l un une des du de d et ou avec pour par sur au aux en dans chez j je nous mon ma mes ai a avons etais ete suis est sont que qui tout y ce cette ces puis ainsi comme ou fait faisais me " +
    "el los las unos unas del al y o con para por en desde hasta a yo mi mis he ha fui era es son que se lo su sus como me nos donde hice hacia hecho " +
    "il lo gli i uno una dello della dei delle degli e ed con per da dal dalla nel nella su sul sulla di ho hanno sono ero che mi mio mia si come " +
    "os as um uma do da dos das no na nos nas com para por ao aos em eu meu minha tenho que e ou " +
    "het een en of met voor bij naar op te uit van de ik mijn heb was ben werd er als om aan " +
    "och att med for pa av till som ett en i jag min har var den det vid om samt " +
    "og til pa av med som et en i jeg min har var den det ved " +
    "i w z na do oraz dla od po ze o u jako przy a"
  ).split(" "),
);

/** Beginnings of words that apply, wish and greet; letters only. */
export const LETTER_STEMS: readonly string[] =
  "sehr geehrte freundlich grusse bewerb gerne gern freue wurde konnte mochte arbeit stelle position interess unternehm gesprach kennenlern ihre ihnen ihrem ihren ihr sie spreche hiermit anzeige madame monsieur candidat poste serais heureu rejoindre souhait voudrais aimerais travail entreprise entretien votre vos vous parle sincere salutation agree estimad puesto gustaria quisiera incorporar empresa trabaj hablo atentamente saludo cordial gentil vorrei lavoro lavorare parlo colloquio gostaria empresa trabalh falo graag zou willen werken spreek sollicit vriendelijk".split(
    " ",
  );

export const NUMBER_NAMES: ReadonlyMap<string, number> = new Map(
  `2 zwei deux dos due dois duas twee
3 drei trois tres tre drie
4 vier quatre cuatro quattro quatro
5 funf cinq cinco cinque vijf
6 sechs six seis sei zes
7 sieben sept siete sette sete zeven
8 acht huit ocho otto oito
9 neun neuf nueve nove negen
10 zehn dix diez dieci dez tien
11 elf onze once undici
12 zwolf douze doce dodici doze twaalf
13 dreizehn treize trece tredici treze dertien
14 vierzehn quatorze catorce quattordici catorze veertien
15 funfzehn quinze quince quindici vijftien
16 sechzehn seize dieciseis sedici dezasseis zestien
17 siebzehn diecisiete diciassette dezassete zeventien
18 achtzehn dieciocho diciotto dezoito achttien
19 neunzehn diecinueve diciannove dezenove negentien
20 zwanzig vingt veinte venti vinte twintig
25 funfundzwanzig veinticinco venticinque vijfentwintig
30 dreissig trente treinta trenta trinta dertig
40 vierzig quarante cuarenta quaranta quarenta veertig
50 funfzig cinquante cincuenta cinquanta cinquenta vijftig
60 sechzig soixante sesenta sessanta sessenta zestig
70 siebzig septante setenta settanta zeventig
80 achtzig huitante ochenta ottanta oitenta tachtig
90 neunzig nonante noventa novanta negentig
100 hundert cent cien ciento cento cem honderd
1000 tausend mille mil mila duizend
0.5 halbiert halbierte halbierung halbe halben halb moitie demi mitad medio meta metade helft
-2 doppelt verdoppelt verdoppelte verdoppelung double doubler duplicar duplique duplico raddoppiato dobrou dobrei verdubbeld
-3 dreifach verdreifacht triple tripler triplique triplico triplicar triplicato verdrievoudigd
-12 dutzend dutzende douzaine douzaines docena docenas dozzina dozzine duzia dozijn
-100 hunderte centaines cientos centinaia centenas honderden
-1000 tausende milliers miles migliaia milhares duizenden
1000000 million millionen millions millon millones milione milioni milhao milhoes miljoen`
    .split("\n")
    .flatMap((line) => {
      const [value = "", ...names] = line.split(" ");
      return names.map((name) => [name, Number(value)] as const);
    }),
);

/** Helping, denying, nearly, trying, learning: a text about the same must keep a word of the kind. */
export const RESERVE_WORDS: readonly RegExp[] = [
  /^(?:half|helfe|geholfen|mithilfe|hilfe|mithelfen|mitgeholfen|unterstutz|unterstutzt|unterstutzte|unterstutzung|mitarbeit|mitgearbeitet|beteiligt|mitwirkung|mitgewirkt|aide|aider|aidant|assiste|assister|participe|participer|participation|collabore|collaboration|contribue|soutien|soutenu|ayude|ayudar|ayudando|ayuda|apoye|apoyo|asisti|asistencia|colabore|colaboracion|participe|participacion|aiutato|aiutare|aiuto|assistito|assistenza|collaborato|collaborazione|partecipato|partecipazione|supporto|supportato|ajudei|ajudar|ajuda|apoiei|auxiliei|auxilio|colaborei|participei|geholpen|hielp|helpen|meegeholpen|ondersteund|ondersteuning|meegewerkt|hjalpte|hjalpt|bistod|pomagal|pomagalam|pomoc)$/,
  /^(?:nicht|kein|keine|keinen|keiner|nie|niemals|ohne|ne|n|pas|jamais|sans|aucun|aucune|no|nunca|sin|ningun|ninguna|jamas|non|mai|senza|nessun|nessuna|nao|sem|nenhum|nenhuma|niet|geen|nooit|zonder|inte|ikke|uten|utan|nie|bez)$/,
  /^(?:fast|beinahe|nahezu|knapp|presque|quasiment|casi|quasi|quase|bijna|nastan|nesten|prawie)$/,
  /^(?:versucht|versuchte|versuch|geplant|essaye|tente|prevu|intente|intentar|provato|tentato|tentei|geprobeerd)$/,
  /^(?:etwa|ungefahr|circa|ca|rund|environ|approximativement|aproximadamente|unos|cerca|circa|ongeveer|omtrent|cirka|okolo)$/,
];
