import { type Chart, shorten } from "#src/chat/message.ts";
import { LIMITS } from "./limits.ts";

/** Slack's own chart (June 2026). @slack/types 3.2.0 does not know it yet. */
export interface ChartBlock {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "line" | "bar";
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
}

/** undefined where there is nothing that Slack could draw. Of more points than Slack draws the newest are shown. */
export function nativeChart({ title, unit, points }: Chart): ChartBlock | undefined {
  const drawn = points.filter(({ value }) => Number.isFinite(value)).slice(-LIMITS.chart.points);
  if (drawn.length === 0 || drawn.length < Math.min(points.length, LIMITS.chart.points)) return undefined;
  const labels = distinct(drawn.map(({ label }) => label));
  const unitLabel = shorten(unit.trim(), LIMITS.chart.axis);
  return {
    type: "data_visualization",
    title: shorten(title.trim(), LIMITS.chart.title) || "–",
    chart: {
      // One point makes no line.
      type: drawn.length === 1 ? "bar" : "line",
      series: [
        {
          name: shorten(unit.trim() || title.trim(), LIMITS.chart.label) || "–",
          data: drawn.map(({ value }, index) => ({ label: labels[index] ?? "", value })),
        },
      ],
      axis_config: { categories: labels, ...(unitLabel && { y_label: unitLabel }) },
    },
  };
}

/** A category is its label, so that two quizzes of one day need two labels. */
function distinct(labels: readonly string[]): string[] {
  const seen = new Set<string>();
  return labels.map((given) => {
    const label = given.trim() || "–";
    let name = shorten(label, LIMITS.chart.label);
    for (let count = 2; seen.has(name); count++) {
      const suffix = ` (${count})`;
      name = shorten(label, LIMITS.chart.label - suffix.length) + suffix;
    }
    seen.add(name);
    return name;
  });
}
