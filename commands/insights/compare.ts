import { type Answer, type CommandPart, onPress, subcommand, type Turn } from "#src/chat/command.ts";
import { type Suggest, text } from "#src/chat/option.ts";
import { type Country, findCountry, HOME, suggestCountries } from "#src/coach/insights/countries.ts";
import { findSubject } from "#src/coach/insights/subjects.ts";
import { en } from "#src/words/en.ts";
import { BESIDE, COMPARE } from "./actions.ts";
import { LOCATION } from "./compare-actions.ts";
import { bothMessage, chooseMessage, homeMessage, unknownMessage } from "./compare-choices.ts";
import { locationMessage, waitingMessage } from "./compare-location-messages.ts";
import { compareMessage } from "./compare-messages.ts";

const words = en.insights;

/** As many as every platform shows. */
const OFFERED = 25;

const suggestIndustries: Suggest = async ({ typed, coach }) =>
  coach.insights.suggest(typed, OFFERED).map(({ key, name }) => ({ value: key, label: name }));

/** With nothing typed, the person's own country comes first. */
const suggestLocations: Suggest = async ({ typed, coach, userId }) => {
  const own = typed.trim() === "" ? countryIn((await coach.profiles.get(userId)).country) : undefined;
  const countries = new Set([...(own ? [own] : []), ...suggestCountries(typed, OFFERED)]);
  return [...countries].slice(0, OFFERED).map(({ code, name }) => ({ value: code, label: name }));
};

const industry = (description: string) => ({ description, maxLength: 120, suggest: suggestIndustries });

/** Two industries, or two countries, side by side. */
export const comparing: CommandPart = {
  subcommands: {
    compare: subcommand({
      description: words.compareDescription,
      options: {
        industry: text({ ...industry(words.options.first), required: true }),
        other: text({ ...industry(words.options.other), label: words.labels.other }),
        location: text({
          label: en.insightLocations.label,
          description: en.insightLocations.option,
          maxLength: 60,
          suggest: suggestLocations,
        }),
      },
      async run(turn): Promise<Answer> {
        const { industry: first, other, location } = turn.options;
        if (other !== undefined && location !== undefined) return either(turn, [first, other], location);
        if (location !== undefined) return withLocation(turn, first, location);
        if (other !== undefined) return compare(turn, first, other);
        return chooseMessage(findSubject(first), turn.words);
      },
    }),
  },
  actions: [
    onPress(COMPARE, { answers: "private", run: (turn) => compare(turn, turn.params.industry, turn.chosen) }),
    onPress(BESIDE, { answers: "private", run: (turn) => compare(turn, turn.params.industry, turn.params.other) }),
    onPress(LOCATION, {
      answers: "private",
      run: (turn) => withLocation(turn, turn.params.industry, turn.params.country ?? turn.chosen),
    }),
  ],
};

type Comparing = Pick<Turn, "coach" | "words" | "person" | "interaction" | "progress">;

async function compare({ coach, words: said }: Comparing, first: string, second: string): Promise<Answer> {
  return compareMessage(await coach.insights.compare(first, second), said);
}

async function withLocation(turn: Comparing, typed: string, location: string): Promise<Answer> {
  const { coach, words: said, person, interaction } = turn;
  const subject = findSubject(typed);
  const country = findCountry(location);
  if (!country) return unknownMessage(subject, location, said);
  if (country.code === HOME.code) return homeMessage(subject, said);
  const { platform } = interaction.account;
  const asker = { userId: person.id, platform, workspaceId: interaction.place.workspaceId };
  const waiting = () => turn.progress(waitingMessage({ subject, country }, said));
  return locationMessage(await coach.insights.compareWith(asker, { industry: subject.key, country }, waiting), said);
}

/** What was typed stands on buttons, so that it need not be typed again. */
function either({ words: said }: Comparing, [first, other]: readonly [string, string], location: string): Answer {
  const subject = findSubject(first);
  const country = findCountry(location);
  return bothMessage({ subject, other: findSubject(other), country: isAbroad(country) ? country : undefined }, said);
}

function isAbroad(country: Country | undefined): boolean {
  return country !== undefined && country.code !== HOME.code;
}

/** People write their country as they like: "Berlin, Germany". */
function countryIn(written: string | null): Country | undefined {
  const found = findCountry(written?.split(",").at(-1) ?? "");
  return isAbroad(found) ? found : undefined;
}
