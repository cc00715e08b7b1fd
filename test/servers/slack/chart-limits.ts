import { type Report, tooLong } from "./limits.ts";
import { asJson, asList, asText, type Json } from "./types.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block: the block has no alternative text of its own. */
export function chartProblems(block: Json, pointer: string, report: Report): void {
  const allowed = new Set(["type", "block_id", "title", "chart"]);
  for (const field of Object.keys(block))
    if (!allowed.has(field)) report(pointer, `invalid additional property: ${field}`);
  label(block.title, { path: `${pointer}/title`, most: 50, report });
  const chart = asJson(block.chart);
  const at = `${pointer}/chart`;
  if (chart.type === "pie") return pieProblems(asList(chart.segments), `${at}/segments`, report);
  if (!["bar", "area", "line"].includes(asText(chart.type)))
    return report(`${at}/type`, `unsupported type: ${asText(chart.type)}`);
  const axis = asJson(chart.axis_config);
  const categories: unknown[] = Array.isArray(axis.categories) ? axis.categories : [];
  if (categories.length === 0) report(at, "missing required field: axis_config");
  categories.forEach((category, index) => label(category, { path: `${at}/axis_config/categories/${index}`, report }));
  for (const field of ["x_label", "y_label"])
    if (tooLong(axis[field], 50)) report(`${at}/axis_config/${field}`, "must be less than 51 characters");
  seriesProblems(asList(chart.series), { categories, at: `${at}/series`, report });
}

function pieProblems(segments: Json[], at: string, report: Report): void {
  if (segments.length < 1 || segments.length > 6) report(at, "must have between 1 and 6 items");
  segments.forEach((segment, index) => {
    label(segment.label, { path: `${at}/${index}/label`, report });
    if (!(typeof segment.value === "number" && segment.value > 0))
      report(`${at}/${index}/value`, "must be greater than 0");
  });
}

/** Each series has its own name and exactly one point per category, in the order of the axis. */
function seriesProblems(
  series: Json[],
  { categories, at, report }: { categories: unknown[]; at: string; report: Report },
): void {
  if (series.length < 1 || series.length > 6) report(at, "must have between 1 and 6 items");
  if (new Set(series.map((one) => one.name)).size < series.length) report(at, "series names must be unique");
  series.forEach((one, index) => {
    label(one.name, { path: `${at}/${index}/name`, report });
    const points = asList(one.data);
    if (points.length < 1 || points.length > 20) report(`${at}/${index}/data`, "must have between 1 and 20 items");
    if (points.some((point) => typeof point.value !== "number"))
      report(`${at}/${index}/data`, "every value must be a number");
    if (JSON.stringify(points.map((point) => point.label)) !== JSON.stringify(categories))
      report(`${at}/${index}/data`, "labels must match axis_config.categories");
  });
}

function label(value: unknown, { path, most = 20, report }: { path: string; most?: number; report: Report }): void {
  if (typeof value !== "string" || value === "") report(path, "must be more than 0 characters");
  else if (value.length > most) report(path, `must be less than ${most + 1} characters`);
}
