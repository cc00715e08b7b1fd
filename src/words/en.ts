import { career } from "./en/career.ts";
import { errors } from "./en/errors.ts";
import { forms, help } from "./en/forms.ts";
import { profile } from "./en/profile.ts";
import { quiz } from "./en/quiz.ts";

/** English, the first language. The type of this object is what every other language must provide. */
export const en = { errors, forms, help, career, profile, quiz };
