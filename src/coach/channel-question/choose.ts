import { createHash } from "node:crypto";
import { isSubject, subjectOf } from "../insights/subjects.ts";
import type { QuestionDraft } from "../model.ts";
import type { Subscription } from "../posting/subscription.ts";
import { bankTopics } from "../quiz/bank.ts";
import { questionHash, shuffle, shuffled } from "../quiz/question.ts";

/** What a channel was asked. */
export interface PastQuestion {
  readonly subscriptionId: string;
  readonly hash: string;
  readonly topic: string;
  readonly difficulty: string;
}

/**
 * A question for a channel that `past` has not, with its options shuffled: of the topics of the industry and the
 * behavioural ones, in turn; when there are no more, of all others; when the bank is used up, the one asked longest ago. As
 * long as there is a choice it is of another topic than the one before it. `past` is what the channel was asked within 180
 * days, newest first.
 *
 * Chance comes from the subscription's id and the edition alone, so that a preview shows what will be posted.
 */
export function choose(
  { id, industry }: Pick<Subscription, "id" | "industry">,
  edition: string,
  past: readonly PastQuestion[],
): Candidate {
  const random = drawsOf(`${id} ${edition}`);
  const own = past.filter(({ subscriptionId }) => subscriptionId === id);
  const before = [past[0]?.topic, own[0]?.topic];
  const isOther = ({ topic }: Candidate) => !before.includes(topic);
  const industryId = industryIdOf(industry);
  const askedAgo = ages(past.map(({ hash }) => hash));
  const fresh = questions().filter(({ hash }) => !askedAgo.has(hash));
  const wider = fresh.filter(isOther);
  const fitting = wider.filter(({ industries }) => industries.includes(industryId));
  const pool = [fitting, wider, fresh].find(({ length }) => length > 0);
  const chosen = pool ? inTurn(shuffle(pool, random), past, own) : oldest(questions().filter(isOther), askedAgo);
  if (!chosen) throw new Error("the bank has fewer than three topics");
  return { ...chosen, ...shuffled(chosen, random) };
}

export interface Candidate extends QuestionDraft {
  readonly hash: string;
  readonly industries: readonly string[];
}

/** Technical and behavioural by turns; of those the topic, and of that the difficulty, that was asked longest ago. */
function inTurn(
  candidates: readonly Candidate[],
  past: readonly PastQuestion[],
  own: readonly PastQuestion[],
): Candidate | undefined {
  const last = own[0] && categoryOf(own[0].topic);
  const topicAgo = ages(past.map(({ topic }) => topic));
  const difficultyAgo = ages(own.map(({ difficulty }) => difficulty));
  const turnOf = ({ category }: Candidate) => (category === last ? 1 : 0);
  const [first] = candidates.toSorted(
    (a, b) =>
      turnOf(a) - turnOf(b) ||
      longest(topicAgo, b.topic) - longest(topicAgo, a.topic) ||
      b.industries.length - a.industries.length,
  );
  return candidates
    .filter(({ topic }) => topic === first?.topic)
    .toSorted((a, b) => longest(difficultyAgo, b.difficulty) - longest(difficultyAgo, a.difficulty))[0];
}

function oldest(candidates: readonly Candidate[], askedAgo: ReadonlyMap<string, number>): Candidate | undefined {
  return candidates.toSorted((a, b) => longest(askedAgo, b.hash) - longest(askedAgo, a.hash))[0];
}

/** How many came after each one's last time. */
function ages(newestFirst: readonly string[]): ReadonlyMap<string, number> {
  return new Map(newestFirst.map((one, ago) => [one, ago] as const).reverse());
}

function longest(ago: ReadonlyMap<string, number>, one: string): number {
  return ago.get(one) ?? Number.MAX_SAFE_INTEGER;
}

let bank: readonly Candidate[] | undefined;

function questions(): readonly Candidate[] {
  bank ??= bankTopics().flatMap(({ name: topic, category, industries, questions: drafts }) =>
    drafts.map((draft) => ({ ...draft, topic, category, industries, hash: questionHash(draft.question) })),
  );
  return bank;
}

function categoryOf(name: string): QuestionDraft["category"] | undefined {
  return bankTopics().find((topic) => topic.name === name)?.category;
}

/** "": no topic is of an industry that we do not know, and the question comes from all of them. */
function industryIdOf(key: string): string {
  return isSubject(key) ? subjectOf(key).industry.id : "";
}

/** Numbers from 0 up to 1; eight from each digest, because a digest takes longer than everything else here. */
function drawsOf(seed: string): () => number {
  let drawn = 0;
  let digest = Buffer.alloc(0);
  return () => {
    const at = (drawn % 8) * 4;
    if (at === 0) digest = createHash("sha256").update(`${seed} ${drawn}`).digest();
    drawn += 1;
    return digest.readUInt32BE(at) / 2 ** 32;
  };
}
