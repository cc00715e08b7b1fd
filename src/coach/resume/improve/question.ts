import { inventionsIn } from "../../guard/guard.ts";

const MAX_QUESTION = 160;

/**
 * A question that tells nothing: beside the person's own words it has only words that ask. One that guesses ("Did you
 * raise sales by 40 %?") would put an invention into the person's mouth.
 */
export function isOpenQuestion(question: string, facts: readonly string[]): boolean {
  return (
    question.length > 0 &&
    question.length <= MAX_QUESTION &&
    /[?？؟;]$/.test(question) &&
    !/[\r\n\u2028\u2029]/.test(question) &&
    inventionsIn(question, { facts }, "bullet").every(({ quote }) => wordsIn(quote).every((word) => ASKING.has(word)))
  );
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}%]+/gu) ?? [];
}

const ASKING = new Set(
  // English
  (
    "how many much often large big long fast far high soon what which when who came come comes result results outcome " +
    "number numbers figure figures size amount share per each every a an the day days week month quarter year shift time times usual " +
    "usually typical typically average on did do does you your have has had was were is are there it them they this " +
    "that those of to in for with at by up from total altogether roughly about approximately before after afterwards " +
    "take took last lasted involve involved include included cover covered concern measure measured say people " +
    // German, French, Spanish, Italian, Portuguese
    "wie viele viel oft lange groß hoch was wann welche welcher welches waren war es sind ist haben hatten sie ihnen " +
    "dabei daraus kam heraus pro tag woche monat jahr etwa ungefähr insgesamt davon im am in " +
    "combien quel quelle quels quelles fréquence souvent temps fois par jour semaine mois an année avez vous était " +
    "étaient résultat de à en " +
    "cuántos cuántas cuánto cuánta cuál cuáles qué frecuencia veces por día semana mes año fue fueron eran era resultado con " +
    "quanti quante quanto quanta quale quali volte giorno settimana mese anno erano risultato " +
    "quantos quantas qual quais vezes dia semana mês ano foram eram resultado"
  ).split(" "),
);
