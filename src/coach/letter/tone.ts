import type { Letter } from "./letter.ts";

/** Another salutation and closing, and set phrases in warmer words; facts stay as they are. */
export function warmer(letter: Letter, company: string): Letter {
  const team = /\bteam$/i.test(company) ? company : `${company} team`;
  return {
    ...letter,
    salutation: letter.salutation === "" ? "" : `Hello ${team},`,
    paragraphs: letter.paragraphs.map((text) => replaceAll(text, WARMER)),
    closing: letter.closing === "" ? "" : "Warm regards,",
  };
}

export function moreFormal(letter: Letter): Letter {
  return {
    ...letter,
    salutation: letter.salutation === "" ? "" : "Dear Sir or Madam,",
    paragraphs: letter.paragraphs.map((text) => replaceAll(text, FORMAL)),
    closing: letter.closing === "" ? "" : "Yours faithfully,",
  };
}

type Exchange = readonly (readonly [pattern: RegExp, words: string])[];

const WARMER: Exchange = [
  [/\bI am (?:applying|writing to apply) for\b/g, "I would love to be considered for"],
  [/\bPlease consider me for\b/g, "I would be delighted to be considered for"],
  [/\bWith this letter I apply for\b/g, "I am happy to apply for"],
  [/\bI would like to\b/g, "I would love to"],
  [/\bI would welcome the chance to\b/g, "I would really enjoy the chance to"],
  [/\bI would be (?:glad|pleased|happy) to\b/g, "I would be delighted to"],
  [/\bwould be very welcome\b/g, "would make me very happy"],
  [
    /\bThank you for (?:your time|considering my application|reading this far|taking the time)\b/g,
    "Thank you so much for your time",
  ],
  [/\bI look forward to\b/g, "I am really looking forward to"],
  [/\bThe position\b/g, "The job"],
];

const FORMAL: Exchange = [
  [/\bI(?:'|’)m\b/g, "I am"],
  [/\bI(?:'|’)ve\b/g, "I have"],
  [/\bI(?:'|’)d\b/g, "I would"],
  [/\bI(?:'|’)ll\b/g, "I will"],
  [/\b(do|does|did|is|are|was|were|have|has|had|would|could|should)n(?:'|’)t\b/g, "$1 not"],
  [/\bcan(?:'|’)t\b/g, "cannot"],
  [/\bwon(?:'|’)t\b/g, "will not"],
  [/\bI (?:am applying|am writing to apply) for\b/g, "I wish to apply for"],
  [/\bPlease consider me for\b/g, "I wish to apply for"],
  [/\bI would (?:like|love) to\b/g, "I should like to"],
  [/\bI would be (?:glad|happy|delighted) to\b/g, "I would be pleased to"],
  [
    /\bI would (?:enjoy talking|really enjoy the chance to talk) with you\b/g,
    "I would appreciate the opportunity to speak with you",
  ],
  [/\bI would welcome the chance to talk about\b/g, "I would welcome the opportunity to discuss"],
  [
    /\b[Mm]ay I tell you more about (.+?) in a conversation\?/g,
    "I would be pleased to provide further details of $1 in an interview.",
  ],
  [
    /\bThank you (?:so much )?for (?:your time|reading this far|taking the time)(?=[.,])/g,
    "Thank you for your consideration",
  ],
  [/\bthis is what I would bring to\b/gi, "This is the background that I would bring to"],
  [/\bI(?: am really looking|['’]m looking) forward to\b/g, "I look forward to"],
];

function replaceAll(text: string, exchange: Exchange): string {
  return exchange.reduce((result, [pattern, words]) => result.replace(pattern, words), text);
}
