import { asJson, asList, asText, type Json } from "./types.ts";

/** All that a person can read in these blocks, one line per thing, in reading order; alternative texts count as read. */
export function plainOf(blocks: Json[]): string {
  return blocks
    .flatMap(linesOf)
    .filter((line) => line.trim() !== "")
    .join("\n");
}

/** What `mrkdwn` looks like once drawn: links as their label, entities decoded, emphasis marks gone. */
export function drawn(mrkdwn: string): string {
  return decoded(
    mrkdwn
      .replace(/<([^>|]+)\|([^>]+)>/g, "$2")
      .replace(/<([^>]+)>/g, "$1")
      .replace(/(^|[^\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])/g, "$1$2")
      .replace(/(^|[^\w_])_(\S(?:[^_\n]*\S)?)_(?![\w_])/g, "$1$2")
      .replace(/(^|[^\w~])~(\S(?:[^~\n]*\S)?)~(?![\w~])/g, "$1$2")
      .replace(/`+([^`]+)`+/g, "$1"),
  );
}

export const decoded = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A text object, or a bare string, as the person reads it. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const object = asJson(value);
  return object.type === "mrkdwn" ? drawn(asText(object.text)) : decoded(asText(object.text));
}

const linesOf = (block: Json): string[] => {
  switch (block.type) {
    case "section":
      return [textOf(block.text), ...asList(block.fields).map(textOf), ...elementLines(asJson(block.accessory))];
    case "header":
    case "alert":
      return [textOf(block.text)];
    case "markdown":
      return [asText(block.text)];
    case "context":
      return asList(block.elements).map((element) =>
        element.type === "image" ? asText(element.alt_text) : textOf(element),
      );
    case "actions":
    case "context_actions":
      return asList(block.elements).flatMap(elementLines);
    case "input":
      return [textOf(block.label), ...elementLines(asJson(block.element)), textOf(block.hint)];
    case "image":
    case "video":
      return [textOf(block.title), asText(block.alt_text), textOf(block.description)];
    case "rich_text":
      return asList(block.elements).flatMap(richLines);
    case "table":
    case "data_table":
      return [asText(block.caption), ...rowsOf(block.rows)];
    case "card":
      return [
        textOf(block.title),
        textOf(block.subtitle),
        textOf(block.body),
        asText(asJson(block.hero_image).alt_text),
        ...asList(block.actions).flatMap(elementLines),
      ];
    case "carousel":
      return asList(block.elements).flatMap(linesOf);
    case "container":
      return [textOf(block.title), textOf(block.subtitle), ...asList(block.child_blocks).flatMap(linesOf)];
    case "plan":
    case "task_card":
      return [
        textOf(block.title),
        ...asList(block.tasks).flatMap(linesOf),
        ...[block.details, block.output].flatMap((part) => linesOf(asJson(part))),
      ];
    case "data_visualization":
      return [asText(block.title), ...chartLines(asJson(block.chart))];
    default:
      return [];
  }
};

function elementLines(element: Json): string[] {
  switch (element.type) {
    case "image":
      return [asText(element.alt_text)];
    case "radio_buttons":
    case "checkboxes":
      return asList(element.options).flatMap((option) => [textOf(option.text), textOf(option.description)]);
    case "feedback_buttons":
      return [textOf(asJson(element.positive_button).text), textOf(asJson(element.negative_button).text)];
    case undefined:
      return [];
    default:
      return [
        textOf(element.text),
        textOf(asJson(element.initial_option).text) || textOf(element.placeholder),
        asText(element.initial_value),
      ];
  }
}

function richLines(element: Json): string[] {
  if (element.type === "rich_text_list") return asList(element.elements).flatMap(richLines);
  return [asList(element.elements).map(richWord).join("")];
}

function richWord(part: Json): string {
  switch (part.type) {
    case "text":
      return asText(part.text);
    case "link":
      return asText(part.text) || asText(part.url);
    case "emoji":
      return part.unicode === undefined
        ? `:${asText(part.name)}:`
        : String.fromCodePoint(
            ...asText(part.unicode)
              .split("-")
              .map((hex) => Number.parseInt(hex, 16)),
          );
    case "user":
      return `@${asText(part.user_id)}`;
    case "channel":
      return `#${asText(part.channel_id)}`;
    case "broadcast":
      return `@${asText(part.range)}`;
    case "date":
      return asText(part.fallback) || String(part.timestamp);
    default:
      return asText(part.value);
  }
}

function rowsOf(rows: unknown): string[] {
  const cell = (value: Json): string =>
    value.type === "rich_text" ? linesOf(value).join(" ") : String(value.text ?? value.value ?? "");
  return Array.isArray(rows) ? rows.map((row) => asList(row).map(cell).join(" | ")) : [];
}

function chartLines(chart: Json): string[] {
  const axis = asJson(chart.axis_config);
  const points = (series: Json): string =>
    asList(series.data)
      .map((point) => `${asText(point.label)} ${String(point.value)}`)
      .join(", ");
  return [
    ...asList(chart.segments).map((segment) => `${asText(segment.label)}: ${String(segment.value)}`),
    ...asList(chart.series).map((series) => `${asText(series.name)}: ${points(series)}`),
    asText(axis.x_label),
    asText(axis.y_label),
  ];
}
