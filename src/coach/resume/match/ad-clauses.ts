import { visibleText } from "./tokens.ts";

export interface Clause {
  readonly text: string;
  readonly kind: "required" | "preferred";
  /** Under a heading for requirements, or in a sentence that asks: short items here are terms. */
  readonly asked: boolean;
}

/**
 * The parts of an ad that say what is asked of the applicant or what the work is. Left out: about the employer, benefits,
 * pay, legal text, how to apply, and sentences that speak to a program that reads the ad. At most 100,000 characters (about
 * 30 pages) in 5,000 lines are read.
 */
export function clausesOf(adText: string): Clause[] {
  let section: Section = { kind: "required", asked: false };
  let after = section;
  return visibleText(adText.slice(0, 100_000))
    .split("\n", MAX_LINES)
    .flatMap((line) => {
      const bare = line.replace(/^[\s>#*•●▪‣·→►✓✔–—-]+|(?<![\s*_])[\s*_]+$/g, "");
      if (!bare) {
        section = after;
        return [];
      }
      const { heading, rest } = headed(bare, bare !== line.trim());
      const next = heading && sectionOf(heading);
      if (next) {
        section = next;
        if (!rest) after = next;
      }
      const text = next ? rest : bare;
      return section === IGNORED || !text ? [] : sentencesOf(text).flatMap((sentence) => partsOf(sentence, section));
    });
}

const MAX_LINES = 5_000;
// Nobody writes longer sentences; a wall without full stops is read in pieces.
const SHORT_ENOUGH = /[\s\S]{1,600}(?:\s|$)|\S{600}/g;

interface Section {
  readonly kind: "required" | "preferred";
  readonly asked: boolean;
}

const IGNORED: Section = { kind: "required", asked: false };
const DUTIES: Section = { kind: "required", asked: false };
const REQUIRED: Section = { kind: "required", asked: true };
const PREFERRED: Section = { kind: "preferred", asked: true };

/** "Essential: QTS; a degree" is a heading with a text behind it; a short line without an end or a bullet is one alone. */
function headed(line: string, isItem: boolean): { heading?: string; rest: string } {
  const [, label, rest] = /^([^:.!?]{2,60})[:：]\s*(.*)$/.exec(line) ?? [];
  if (label !== undefined) return { heading: label, rest: rest ?? "" };
  const [, question, answer] = /^(why [\w ]{2,20}\?)\s*(.*)$/i.exec(line) ?? [];
  if (question) return { heading: question, rest: answer ?? "" };
  const short = !isItem && line.length <= 80 && line.split(/\s+/).length <= 7 && !/[.!,;]$/.test(line);
  return short ? { heading: line, rest: "" } : { rest: line };
}

// A heading is its words and little else: "German an advantage" is not one.
function sectionOf(heading: string): Section | undefined {
  if (PREFERRED_HEADING.test(heading)) return PREFERRED;
  if (ROLE_HEADING.test(heading)) return REQUIRED;
  if (IGNORED_HEADING.test(heading)) return IGNORED;
  if (REQUIRED_HEADING.test(heading)) return REQUIRED;
  return DUTIES_HEADING.test(heading) ? DUTIES : undefined;
}

const PREFERRED_HEADING =
  /^(?:(?:it(?:'|’)?s |it is |even )?(?:nice|good|great|bonus)(?:[- ]to[- ]ha(?:ve|d)s?| if you have)?(?: points)?(?: for)?|(?:strongly )?preferred(?: (?:skills|qualifications|experience|requirements|but not required))*|desir(?:able|ed)(?: (?:skills|criteria|qualifications|experience))*|optional|ideally|advantages?|advantageous|(?:a |big )?plus(?:es)?|pluses|extra credit|(?:additional|other) (?:skills|qualifications)(?: that set you apart)?|what (?:sets you apart|would be nice)|you(?:'|’)ll stand out if.*|(?:would be )?an? (?:plus|bonus|advantage)|wünschenswert|von vorteil|un plus|souhaité|atouts?|deseable|se valorará|valorable)$/i;

const ROLE_HEADING = /^about (?:you|yourself)$|^who you are$|^(?:your|the) (?:profile|skills|background)$/i;

const IGNORED_HEADING =
  /^(?:about(?! (?:you|the (?:role|job|position|work|team)|this))\b.*|who we are|(?:the |our )?(?:company|school|employer|mission|values|story|culture|organi[sz]ation|hospital|practice|firm|team and culture)|(?:our |key |company |employee |the )?(?:benefits|perks|rewards|total rewards|compensation|salary|pay|remuneration|package)\b.*|what (?:we|you(?:'|’)ll) (?:offer|get)|what(?:'|’)s in it for you|what you can expect|(?:here(?:'|’)s )?what we offer(?: you)?|we offer(?: you)?|our offer|in return|why (?:us|join|work|you).*|equal opportunit.*|eeo.*|diversity.*|(?:the )?legal\b.*|privacy.*|how to apply|application(?: process)?|apply.*|physical (?:requirements|demands)|working (?:conditions|hours)|work environment|schedule|shifts?|hours|location|contact|notice|disclaimer|wir bieten|(?:das )?bieten wir.*|über uns|unser angebot|benefits?|qui sommes-nous.*|nous offrons|avantages|à propos.*|(?:te )?ofrecemos|beneficios|sobre nosotros)\??$/i;

const REQUIRED_HEADING =
  /^(?:(?:the|your|our|key|basic|core|job|position|general|technical|candidate|minimum|essential|required|skills|education|experience|knowledge|and|&|,)\s*)*(?:requirements?|required|qualifications?|qualified|must[- ]haves?|must|essentials?|minimum|criteria|skills|experience|knowledge|profile|competenc(?:y|ies)|credentials|person specification|needs?)$|^what you(?:(?:'|’)ll| will)? (?:bring|need|have)\b.*$|^(?:what |who )?(?:we(?:'|’)re|we are) looking for\b.*$|^you(?:(?:'|’)ll| will)? (?:have|bring|need|must have|must hold)$|^to (?:thrive|succeed|qualify)\b.*$|^(?:anforderungen|(?:ihr |dein )?profil|das bringen sie mit|voraussetzungen|compétences|profil recherché|requisitos|perfil)$/i;

const DUTIES_HEADING =
  /\b(?:responsibilit\w+|dut(?:y|ies)|tasks?|what you(?:'|’)?(?: will|ll)? (?:do|be doing)|you will|the (?:role|job|work|post)|^role|^position|job description|^job|overview|summary|day[- ]to[- ]day|involves|here(?:'|’)s the deal|aufgaben|missions?|funciones|tareas)\b/i;

function sentencesOf(text: string): string[] {
  return text
    .replace(/\b(e\.g|i\.e|etc|incl|approx|min|St|Dr|No)\./g, "$1")
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}\p{Sc}"'(])|;\s*|\s[•●▪]\s/u)
    .flatMap((sentence) => sentence.match(SHORT_ENOUGH) ?? [])
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** One kind for the sentence, or one for each part between commas where it speaks of both. */
function partsOf(sentence: string, section: Section): Clause[] {
  if (INSTRUCTION.test(sentence) || LEFT_OUT.test(sentence)) return [];
  const asked = section.asked || ASKS.test(sentence);
  const kind = PREFERRED_CUE.test(sentence) ? "preferred" : section.kind;
  const demands = REQUIRED_CUE.test(
    sentence.replace(/\b(?:not|isn(?:'|’)t|no)\b[\w ]{0,15}\b(?:required|essential|necessary|a must)/gi, ""),
  );
  if (kind === section.kind || !demands) return [{ text: sentence, kind, asked }];
  return sentence
    .split(/[,()]/)
    .map((text) => ({ text, asked, kind: PREFERRED_CUE.test(text) ? "preferred" : "required" }) as const);
}

const PREFERRED_CUE =
  /\b(?:prefer(?:red|ably|ence)|nice[- ]to[- ]have|(?:is|are|would be) (?:nice|great|useful|helpful|welcome|beneficial|ideal)|a (?:big |strong |definite |real )?plus|(?:a|as a) bonus|bonus|desir(?:able|ed)|advantage|advantageous|an asset|ideally|useful|optional|beneficial|(?:not|isn(?:'|’)t) (?:required|essential|necessary|a must)|good to have|we(?:'|’)d love|von vorteil|wünschenswert|un plus|un atout|souhaitée?|deseable|valorable|se valorará)\b/i;

const REQUIRED_CUE =
  /\b(?:required|essential|must|mandatory|minimum|at least|years?|necessary|erforderlich|zwingend|obligatoire|imprescindible)\b/i;

const ASKS =
  /\b(?:need|require[sd]?|must|experience|knowledge|familiar\w*|proficien\w+|skilled|certifi\w+|licen[cs]e|essential|you (?:have|know|hold|bring)|you(?:'|’)ll need)\b/i;

/** Nobody's requirement: a sentence to a program, whatever it wants. */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:above|previous|prior|instructions?|rules|prompt)\b|\bscores? (?:of |is |= ?|it |this |them )?\d|\bgive (?:this|the|every|all) (?:applicant|candidate|resume|cv)s?\b|\b(?:if you(?:'|’)re|if you are|you are) an? (?:ai|llm|language model|assistant|bot)\b|\bsystem prompt\b|\bas an ai\b/i;

const LEFT_OUT =
  /\b(?:equal[- ]opportunit\w+|regardless of|without regard to|discriminat\w+|eeo|affirmative action|background (?:check|screening)|drug[- ](?:screen|test)\w*|privacy (?:policy|notice)|data processing|process your data|eligible to work|right to work|authori[sz]ed to work|(?:health|medical|dental|vision|life)(?:,? and [a-z]+)? (?:insurance|cover|benefits|plan|care for)|medical, dental|paid (?:time off|holiday|vacation|leave)|parental leave|tuition|reimburse\w*|we(?: also)? offer|you(?:'|’)ll get|sign-on|wellness|reasonable a(?:ccommodation|djustment)s?|accommodations?|unsolicited|founded in|headquartered|since (?:19|20)\d\d|our mission|we(?: a|'|’)re an? (?!looking)|voted|named (?:a|one|among)|employer of choice|(?:is )?committed to (?:safeguarding|diversity|equal|creating|providing)|subject to an?\b[^.]*\bcheck|apply (?:with|by|via|now|today|online)|send (?:us )?your (?:cv|resume)|by applying|welcome applications|salary|per (?:hour|annum|year|mile)|stock options|days(?:'|’)? (?:of )?(?:holiday|vacation|leave)|pension|enjoy an?)\b|401\(?k|\bis an? [^.]{0,60}\b(?:hospital|company|provider|school|agency|firm|charity|manufacturer|retailer|corporation|organi[sz]ation|leader|community|business)\b|[$£€]\s?\d[\d.,]*k?[^.]{0,40}\b(?:h|hr|hour|ph|year|month|pa)\b/i;
