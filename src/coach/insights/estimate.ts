import { UserError } from "#src/words/errors.ts";
import type { InsightEstimate, Model } from "../model.ts";
import type { Judged } from "./bounds.ts";
import type { Country } from "./countries.ts";
import { type Figures, figuresShape } from "./figures.ts";
import type { Subject } from "./subjects.ts";

/** Figures with whose they are: "official", or a model's name. */
export interface Made {
  readonly source: string;
  readonly figures: Figures;
}

/** Why there are none: the code of a UserError, "refused: ..." with what was not plausible, "stopped", or "broken". */
export interface Unmade {
  readonly problem: string;
  /** With "broken" alone: a fault of ours. */
  readonly error?: unknown;
}

export interface EstimateSettings {
  readonly model: Model;
  readonly clock: () => Date;
  readonly stopping: AbortSignal;
  /** For how long the model is waited for. */
  readonly milliseconds: number;
}

export interface EstimateWanted {
  readonly subject: Subject;
  readonly country: Country;
  readonly judge: (estimate: InsightEstimate) => Judged;
}

/** Asks a model what an industry pays and wants in a country. Throws nothing. */
export async function makeEstimate(settings: EstimateSettings, wanted: EstimateWanted): Promise<Made | Unmade> {
  const { stopping, milliseconds } = settings;
  const late = AbortSignal.timeout(milliseconds);
  try {
    return await ask(settings, wanted, AbortSignal.any([late, stopping]));
  } catch (error) {
    if (stopping.aborted) return { problem: "stopped" };
    if (error instanceof UserError) return { problem: error.code };
    return late.aborted ? { problem: "model-unavailable" } : { problem: "broken", error };
  }
}

async function ask(
  { model, clock }: EstimateSettings,
  { subject, country, judge }: EstimateWanted,
  signal: AbortSignal,
): Promise<Made | Unmade> {
  const { industry, specialisation } = subject;
  const { name, currency } = country;
  const { output } = await model.run(
    "industry-insight",
    { industry: industry.name, specialisation, country: name, currency },
    { signal },
  );
  const { outliers, borderline } = judge(output);
  if (outliers.length > 0) return { problem: `refused: ${outliers.join(", ")}` };
  const day = clock().toISOString().slice(0, 10);
  const read = figuresShape.safeParse({
    ...output,
    salaryRanges: output.salaryRanges.map((range) => ({ ...range, location: name })),
    currency,
    periods: { wages: day, growth: day, skills: day },
    borderline,
  });
  return read.success ? { source: model.name, figures: read.data } : { problem: "refused: not whole" };
}
