import { career } from "./en/career.ts";
import { errors } from "./en/errors.ts";
import { forms, help } from "./en/forms.ts";
import { limits } from "./en/limits.ts";
import { profile } from "./en/profile.ts";
import { quiz } from "./en/quiz.ts";
import { resumeScore } from "./en/resume-score.ts";
import { slack } from "./en/slack.ts";

/** English, the first language. The type of this object is what every other language must provide. */
export const en = { errors, forms, help, limits, career, profile, quiz, slack, resumeScore };
