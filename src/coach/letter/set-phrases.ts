import { article } from "./english.ts";
import type { Pick } from "./pick.ts";

/** What a letter is for, as its sentences name it. */
export interface Goal {
  readonly company: string;
  /** "the Line Cook position", "the position of Line Cook" */
  readonly post: string;
}

export function goalOf(company: string, title: string, pick: Pick): Goal {
  const name = title
    .replace(/\s+/g, " ")
    .replace(/\s*[([](?:[mfdwx*/\s,-]+|all genders)[)\]]/gi, "")
    .trim();
  if (/\b(?:position|role|job|post|opening|vacancy|internship|apprenticeship|traineeship)$/i.test(name))
    return { company, post: `the ${name.replace(/^the /i, "")}` };
  return { company, post: pick([`the ${name} position`, `the position of ${name}`, `the ${name} position`]) };
}

export function salutationFor(company: string, pick: Pick): string {
  const team = /\bteam$/i.test(company) || company.split(" ").length > 5;
  return team
    ? "Dear Hiring Manager,"
    : pick([`Dear Hiring Team at ${company},`, "Dear Hiring Manager,", `Dear ${company} team,`]);
}

export function applying({ company, post }: Goal, pick: Pick): string {
  return pick([
    `I am applying for ${post} at ${company}`,
    `please consider me for ${post} at ${company}`,
    `with this letter I apply for ${post} at ${company}`,
    `I would like to take on ${post} at ${company}`,
  ]);
}

/** After a sentence that says who somebody is. */
export function bringing({ company, post }: Goal, pick: Pick): string {
  return pick([
    `I would like to bring that to ${post} at ${company}`,
    `this is what I would bring to ${post} at ${company}`,
    `it is with this background that I apply for ${post} at ${company}`,
    `from here, I would like to move to ${post} at ${company}`,
    `${post} at ${company} is where I would like to use this next`,
  ]);
}

/** An ad's terms that are among the person's skills, two or more, as the letter's first sentence. */
export function asking({ company, post }: Goal, skills: { list: string; count: number }, pick: Pick): string {
  const all = skills.count === 2 ? "both" : "all of these";
  const ofThem = skills.count === 2 ? "both of which" : "all of which";
  return pick([
    `your advertisement for ${post} asks for ${skills.list}; I can offer ${company} ${all}`,
    `for ${post}, you are looking for ${skills.list}; ${all} are among my skills, and I would like to use them at ${company}`,
    `your advertisement for ${post} at ${company} mentions ${skills.list}, ${ofThem} are among my skills`,
  ]);
}

/** Later in the letter; `more`: some were named before. */
export function offering(list: string, { count, more }: { count: number; more: boolean }, pick: Pick): string {
  if (count === 1) {
    return pick([
      more ? `another of my skills that you ask for is ${list}` : `you ask for ${list}, which is among my skills`,
      `you also ask for ${list}, which is among my skills`,
      `my skills include ${list}, which your advertisement asks for`,
    ]);
  }
  return pick([
    more ? `other skills of mine that you ask for are ${list}` : `of the skills in your advertisement, I bring ${list}`,
    `of the skills that you ask for, I bring ${list}`,
    `I also bring ${list}, which your advertisement asks for`,
    `your advertisement mentions ${list}; these are among my skills`,
    `you are ${more ? "also " : ""}looking for ${list}, and I can offer ${count === 2 ? "both" : "all of these"}`,
  ]);
}

/** Licences are held; what else there is may be a title or a course. */
export function holding(list: string, areLicences: boolean, pick: Pick): string {
  // "a Journeyman License", but "NMC Registration"
  if (areLicences)
    return `I hold ${/licen[cs]e|permit/i.test(list) && !/ and /.test(list) ? `${article(list)} ` : ""}${list}`;
  return pick([
    `my certifications include ${list}`,
    `among my certifications: ${list}`,
    `the certifications I bring include ${list}`,
  ]);
}

/** The last paragraph: one or two sentences. `told`: whether the letter tells of any work; `brief`: whether of little. */
export function ending(
  { company, post }: Goal,
  { employer, told, brief }: { employer: string; told: boolean; brief: boolean },
  pick: Pick,
): string[] {
  const more = employer === "" ? (told ? "what I have described here" : "myself") : `my work at ${employer}`;
  const first = pick([
    `I would welcome the chance to talk about ${post} with you`,
    `I would be glad to tell you more about ${more}`,
    `if this fits what ${company} is looking for, I would be happy to talk`,
    told
      ? "I would be pleased to go through this with you in an interview"
      : "I would be pleased to come for an interview",
    `I would enjoy talking with you about ${post} and about what ${company} needs`,
    `a conversation about ${employer === "" ? post : more} would be very welcome`,
    `may I tell you more about ${more} in a conversation?`,
    `I would like to meet the people at ${company} and to answer your questions`,
  ]);
  const second = pick([
    "",
    "",
    first.includes(post) ? "thank you for your time" : `thank you for considering me for ${post}`,
    first.includes(company) ? "" : `thank you for your time, and I look forward to hearing from ${company}`,
    first.includes(post) ? "" : `I look forward to your reply about ${post}`,
    first.includes(post) ? "" : `thank you for taking the time to read my application for ${post}`,
  ]);
  // Where there is little to tell, there are no words to waste.
  return second === "" || brief ? [first] : [first, second];
}

export function closingFor(pick: Pick): string {
  return pick(["Kind regards,", "Sincerely,", "Yours sincerely,", "Best regards,"]);
}
