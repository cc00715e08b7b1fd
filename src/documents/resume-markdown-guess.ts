/**
 * What a hand-written line is about, where nothing marks it. Only for lines that the printed grammar does not cover;
 * what cannot be told stays where it stands, and nothing is made up.
 */

export function looksLikeTitle(text: string): boolean {
  return TITLE_WORD.test(text);
}

export function looksLikeSchool(text: string): boolean {
  return SCHOOL_WORD.test(text);
}

export function looksLikeDegree(text: string): boolean {
  return DEGREE.test(text);
}

/** "Porto, Portugal", "Remote"; a word of a job or a school says no. */
export function looksLikePlace(text: string): boolean {
  if (text.length > 50 || looksLikeTitle(text) || looksLikeSchool(text)) return false;
  if (/^(?:remote|hybrid|on-?site|worldwide)\b/i.test(text)) return true;
  return /^\p{Lu}[\p{L}\p{M} .'’-]*(?:,\s?\p{Lu}[\p{L}\p{M} .'’-]*){1,2}(?:,? \d{4,6})?(?:\s\((?:remote|hybrid)\))?$/iu.test(
    text,
  );
}

/** "BSc in Physics", "M.A., History", "BEng Mechanical Engineering". */
export function splitDegree(text: string): { degree: string; field?: string } {
  const found =
    /^(.+?),?\s+in\s+(.+)$/i.exec(text) ?? /^([^,]+),\s+(.+)$/.exec(text) ?? ABBREVIATED.exec(text) ?? undefined;
  const [, degree, field] = found ?? [];
  return degree && field && looksLikeDegree(degree) ? { degree, field } : { degree: text };
}

const TITLE_WORD = new RegExp(
  "(?<![\\p{L}])(?:engineer|developer|programmer|architect|manager|director|head|lead|leader|officer|president|founder|" +
    "co-founder|owner|partner|principal|consultant|advisor|adviser|analyst|scientist|researcher|research fellow|fellow|" +
    "professor|lecturer|teacher|tutor|instructor|trainer|coach|educator|nurse|physician|doctor|surgeon|therapist|" +
    "pharmacist|dentist|caregiver|carer|midwife|paramedic|technician|technologist|mechanic|electrician|welder|plumber|" +
    "carpenter|machinist|operator|driver|pilot|dispatcher|courier|assistant|associate|specialist|expert|administrator|" +
    "coordinator|co-ordinator|supervisor|foreman|clerk|secretary|receptionist|accountant|bookkeeper|auditor|controller|" +
    "treasurer|cashier|teller|banker|broker|trader|agent|representative|salesperson|buyer|merchandiser|retailer|server|" +
    "waiter|waitress|bartender|barista|chef|cook|baker|host|hostess|housekeeper|cleaner|janitor|guard|paralegal|lawyer|" +
    "attorney|solicitor|counsel|judge|editor|writer|author|journalist|reporter|photographer|designer|artist|animator|" +
    "producer|planner|strategist|marketer|recruiter|intern|internship|trainee|apprentice|volunteer|worker|labourer|" +
    "laborer|member|chair|ceo|cto|cfo|coo|cio|vp|svp|evp|sre|librarian|translator|interpreter|surveyor|inspector|" +
    "estimator|superintendent|captain|sergeant|lieutenant|firefighter|postdoc|freelancer|freelance|contractor)s?(?![\\p{L}])",
  "iu",
);

const SCHOOL_WORD =
  /(?<![\p{L}])(?:universi|universidad|college|institut|school|academy|académie|akademie|polytechnic|politec|hochschule|gymnasium|lyc[ée]e|liceo|faculty|escola|escuela|école|ecole|conservator|seminary|bootcamp|uniwersytet|университет|институт|大学|大學|대학교|πανεπιστήμιο|جامعة|אוניברסיטה|विश्वविद्यालय)/iu;

const DEGREE =
  /^(?:bachelor|master|doctor(?:ate|\s+of)|associate(?:'s|’s)?\s+(?:of|degree|in)|diploma|higher diploma|graduate diploma|high school diploma|certificate\s+(?:in|of)|licen[cs]e\s+in|licenciatura|licenciado|diplom|magister|staatsexamen|abitur|a-levels?|gcses?|ged|hnd|hnc|nvq|mba|emba|ll\.?[bm]|j\.?d\.?|m\.?d\.?|ph\.?\s?d\.?|d\.?phil|ed\.?[dm]|[bm]\.?\s?(?:sc?|a|eng|ed|tech|com|arch|des|mus|phil|fa|pharm|nurs|n|th|ba|ca|cs)\.?|bba|bfa|mfa|msw|bsw|bsn|msn|dnp|aas?|bacharel|mestrado|doutorado|laurea)(?![\p{L}])/iu;

const ABBREVIATED =
  /^((?:[bm]\.?\s?(?:sc?|a|eng|ed|tech|com|arch|des|mus|phil|fa|n|ba)|ph\.?\s?d|mba|bba|bfa|mfa|bsn|msn|llb|llm)\.?(?:\s?\(hons\.?\))?)\s+(.+)$/i;
