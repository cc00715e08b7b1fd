/**
 * What an English bullet opens with: a verb that says what was done ("Led", "Manage"), a verb that says little ("Helped"),
 * a form in -ing, or something else. An adverb before the verb is skipped.
 */
export type Opening =
  | { readonly kind: "verb"; readonly word: string; readonly tense: "past" | "present" | "either" }
  | { readonly kind: "weak" | "gerund" | "none"; readonly word: string };

export function openingOf(bullet: string): Opening {
  const words =
    bullet
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
  const start = /^(i|we)$/.test(words[0] ?? "") ? 1 : 0;
  const skipped = /ly$/.test(words[start] ?? "") && !VERBS.has(words[start] ?? "") ? start + 1 : start;
  const word = words[skipped] ?? "";
  if (WEAK_PHRASES.test(words.slice(skipped).join(" "))) return { kind: "weak", word };
  const bare = word.replace(/^(re|co|pre|over|out|cross|self)-/, "");
  const tense = VERBS.get(bare);
  if (tense) return { kind: "verb", word, tense };
  if (/[a-z]{2}ed$/.test(bare) && !NOT_VERBS.has(bare)) return { kind: "verb", word, tense: "past" };
  if (/[a-z]{2}ing$/.test(bare)) return { kind: "gerund", word };
  return { kind: "none", word };
}

/** Openings that name a duty or a presence rather than a deed. */
const WEAK_PHRASES =
  /^(responsible|responsibilities|responsibility|duties|duty|tasks?|tasked|in charge|was|were|am|is|are|have|had|has|been|helped|help|helping|worked on|worked with|worked in|worked as|working|work on|work with|involved|participated|participate|assisted|assist|assisting|handled various|did|do|doing|dealt|used|utilized|utilised|experienced|accountable|exposed)\b/;

const NOT_VERBS = new Set(
  "need speed feed seed breed bed red shed hundred indeed experienced skilled detailed dedicated motivated advanced related based unlimited limited sacred naked wicked".split(
    " ",
  ),
);

/** Past forms that do not end in -ed, each with its base. */
const IRREGULAR =
  "led:lead built:build wrote:write ran:run grew:grow cut:cut won:win taught:teach drove:drive held:hold kept:keep made:make sold:sell brought:bring found:find took:take set:set put:put oversaw:oversee gave:give began:begin chose:choose rebuilt:rebuild rewrote:rewrite sent:send spoke:speak spent:spend met:meet bought:buy caught:catch drew:draw flew:fly fed:feed bred:breed sewed:sew swept:sweep told:tell undertook:undertake withdrew:withdraw beat:beat became:become broke:break dug:dig fought:fight got:get lent:lend paid:pay read:read rode:ride saw:see shot:shoot showed:show stood:stand strove:strive threw:throw understood:understand upheld:uphold wove:weave wound:wind ground:grind bent:bend laid:lay went:go came:come knew:know left:leave outsold:outsell outdid:outdo sought:seek split:split spread:spread shut:shut cast:cast hung:hang";

const REGULAR =
  "accelerate achieve acquire adapt add address adjust administer advance advise advocate align allocate analyse analyze answer apply appraise approve arbitrate arrange assemble assess assign attain attract audit author automate award balance bake bill boost brief budget calculate calibrate care cash certify champion change chart check clarify clean clear climb close coach code collaborate collect combine commission communicate compare compile complete compose compute conceive conduct configure connect conserve consolidate construct consult contribute control convert convince cook coordinate correct counsel count craft create critique cultivate cure curate customise customize debug decide decrease define delegate deliver demonstrate deploy design detect determine develop devise diagnose digitise digitize direct discharge discover dispatch dispense display dissolve distribute document double draft earn edit educate eliminate employ enable encourage enforce engineer enhance enlarge enrol enroll ensure enter establish estimate evaluate examine exceed execute expand expedite experiment explain explore extend extract fabricate facilitate fertilise file finalise finalize fill film finance fit fix forecast formulate foster found fulfil fulfill fund gain gather generate govern graft greet group guide halve handle harvest haul head help-desk hire host identify illustrate implement improve inaugurate increase influence inform initiate innovate inspect inspire install institute instruct insure integrate intensify interview introduce invent investigate issue join judge justify launch lay lecture lessen level liaise license lift load lobby localise log lower machine maintain manage manufacture map market maximise maximize measure mediate mentor merge migrate milk minimise minimize model moderate modernise modernize modify monitor motivate move multiply negotiate nurse observe obtain onboard open operate optimise optimize orchestrate order organise organize orient originate outline overhaul own pack paint partner pass perform persuade photograph pick pilot pioneer place plan plant plate plow plough polish predict prepare prescribe present preserve prevent price print prioritise prioritize process procure produce program programme project promote proofread propose prospect protect provide prune publish purchase qualify quantify raise rank rate rear receive recommend reconcile record recover recruit rectify redesign reduce refactor refer refine refurbish register regulate rehabilitate reinforce release remodel renegotiate renew renovate reorganise reorganize repair replace report represent rescue research reserve resolve restock restore restructure retain retrieve revamp review revise revitalise rework roll rotate route sample save scale schedule scope score screen secure select separate serve service set-up settle shape ship shorten simplify sketch solder solve source spearhead specify sponsor spray staff standardise standardize start steer sterilise sterilize stock store streamline strengthen structure study style submit succeed summarise summarize supervise supply support surpass survey sustain synthesise systematise tabulate tailor target test tile tighten titrate tour trace track trade train transcribe transfer transform translate transport treat trim triple troubleshoot tune tutor unify unite update upgrade use validate value vet visit wash weigh weld welcome widen wire work leverage check-in look play rearrange deep-clean operationalise administrate";

const VERBS: ReadonlyMap<string, "past" | "present" | "either"> = (() => {
  const verbs = new Map<string, "past" | "present" | "either">();
  const present = (base: string) => {
    for (const form of [base, third(base)]) verbs.set(form, verbs.get(form) === "past" ? "either" : "present");
  };
  for (const base of REGULAR.split(" ")) present(base);
  for (const pair of IRREGULAR.split(" ")) {
    const [past = "", base = ""] = pair.split(":");
    present(base);
    verbs.set(past, past === base ? "either" : "past");
  }
  return verbs;
})();

function third(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}
