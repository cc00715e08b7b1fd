import { career } from "./en/career.ts";
import { channelQuestion } from "./en/channel-question.ts";
import { coverLetter } from "./en/cover-letter.ts";
import { discord } from "./en/discord.ts";
import { errors } from "./en/errors.ts";
import { forms, help } from "./en/forms.ts";
import { insightLocations } from "./en/insight-locations.ts";
import { insights } from "./en/insights.ts";
import { limits } from "./en/limits.ts";
import { playground } from "./en/playground.ts";
import { posting } from "./en/posting.ts";
import { profile } from "./en/profile.ts";
import { quiz } from "./en/quiz.ts";
import { resumeCheck } from "./en/resume/check.ts";
import { resumeCommand } from "./en/resume/command.ts";
import { resumeEdit } from "./en/resume/edit.ts";
import { resumeImport } from "./en/resume/import.ts";
import { resumeImprove } from "./en/resume/improve.ts";
import { resumePaper } from "./en/resume/paper.ts";
import { resumeScore } from "./en/resume/score.ts";
import { resumeDifference, resumeView } from "./en/resume/view.ts";
import { slack } from "./en/slack.ts";

/** English, the first language. The type of this object is what every other language must provide. */
export const en = {
  errors,
  forms,
  help,
  limits,
  career,
  profile,
  quiz,
  channelQuestion,
  playground,
  discord,
  slack,
  resumeScore,
  resumeCheck,
  resumeEdit,
  resumePaper,
  resumeImport,
  resumeDifference,
  resumeView,
  resumeImprove,
  resumeCommand,
  coverLetter,
  insights,
  insightLocations,
  posting,
};
