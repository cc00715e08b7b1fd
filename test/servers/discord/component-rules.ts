import type { Path, Problems } from "./errors.ts";
import { checkChoice, checkCount, checkInteger, checkText, type Fields, isFields, objects, present } from "./json.ts";

export interface ComponentScope {
  problems: Problems;
  /** IsComponentsV2 holds for the message. */
  v2: boolean;
  /** Names that attachment:// may point at. */
  fileNames: ReadonlySet<string>;
}

/** Limits of https://discord.com/developers/docs/components/reference, and the 4,000 characters over all text displays. */
export function checkComponents(components: unknown, path: Path, scope: ComponentScope): void {
  const { problems, v2 } = scope;
  if (!Array.isArray(components))
    return problems.add(path, "LIST_TYPE_CONVERT", "Could not interpret the value as a list.");
  const top = v2 ? [1, 9, 10, 12, 13, 14, 17] : [1];
  if (!v2 && components.length > 5) problems.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 5 in length.");
  components.forEach((component: unknown, index) => checkOne(component, [...path, index], { ...scope, allowed: top }));
  const all = everyComponent(objects(components));
  if (all.length > 40)
    problems.add(
      path,
      "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      "The total number of components exceeds the maximum 40",
    );
  const text = all.reduce((sum, one) => sum + (one["type"] === 10 ? String(one["content"] ?? "").length : 0), 0);
  if (text > 4000)
    problems.add(
      path,
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      "The total displayable text size exceeds the maximum 4000 characters",
    );
  checkUnique(all, "custom_id", () =>
    problems.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"),
  );
  checkUnique(
    all.filter((one) => one["id"] !== 0),
    "id",
    () => problems.add(path, "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated"),
  );
}

/** A component and all that is nested in it, in reading order. */
export function everyComponent(components: readonly Fields[]): Fields[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(objects(component["components"])),
    ...everyComponent(objects([component["component"], component["accessory"]])),
  ]);
}

export function checkSelect(select: Fields, path: Path, problems: Problems): void {
  checkText(problems, [...path, "custom_id"], { value: select["custom_id"], min: 1, max: 100, required: true });
  checkText(problems, [...path, "placeholder"], { value: select["placeholder"], max: 150 });
  checkInteger(problems, [...path, "min_values"], { value: select["min_values"], min: 0, max: 25 });
  checkInteger(problems, [...path, "max_values"], { value: select["max_values"], min: 1, max: 25 });
  const least = Number(select["min_values"] ?? 1);
  const most = Number(select["max_values"] ?? 1);
  if (least > most)
    problems.add([...path, "min_values"], "NUMBER_TYPE_MAX", "min_values must not be greater than max_values.");
  checkDefaults(select, path, { problems, least, most });
  if (select["type"] === 3) checkOptions(select, path, { problems, min: 1, max: 25, least, most });
}

/** Selects that Discord fills itself say by id what is chosen from the start. */
function checkDefaults(select: Fields, path: Path, limits: { problems: Problems; least: number; most: number }): void {
  const { problems, least, most } = limits;
  const given = select["default_values"];
  if (!present(given)) return;
  const kinds = { 5: ["user"], 6: ["role"], 7: ["user", "role"], 8: ["channel"] }[Number(select["type"])];
  if (!kinds)
    return problems.add([...path, "default_values"], "BASE_TYPE_NOT_ALLOWED", "Only auto-populated selects take these");
  checkCount(problems, [...path, "default_values"], { value: given, min: least, max: most });
  objects(given).forEach((one, index) => {
    checkChoice(problems, [...path, "default_values", index, "type"], { value: one["type"], choices: kinds });
    if (!/^\d{17,20}$/.test(String(one["id"])))
      problems.add([...path, "default_values", index, "id"], "NUMBER_TYPE_COERCE", "Value is not snowflake.");
  });
}

/** Options of a string select, radio group or checkbox group. */
export function checkOptions(
  field: Fields,
  path: Path,
  limits: { problems: Problems; min: number; max: number; least: number; most: number },
): void {
  const { problems, min, max, least, most } = limits;
  const options = objects(field["options"]);
  checkCount(problems, [...path, "options"], { value: field["options"], min, max });
  if (least > options.length)
    problems.add(
      [...path, "min_values"],
      "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_OPTIONS",
      "min_values exceeds the number of options",
    );
  if (most > options.length && present(field["max_values"]))
    problems.add(
      [...path, "max_values"],
      "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS",
      "max_values exceeds the number of options",
    );
  if (options.filter((option) => option["default"] === true).length > most)
    problems.add(
      [...path, "options"],
      "SELECT_COMPONENT_TOO_MANY_DEFAULTS",
      "More options are default than may be chosen",
    );
  const seen = new Set<unknown>();
  options.forEach((option, index) => {
    const at = [...path, "options", index];
    checkText(problems, [...at, "label"], { value: option["label"], min: 1, max: 100, required: true });
    checkText(problems, [...at, "value"], { value: option["value"], min: 1, max: 100, required: true });
    checkText(problems, [...at, "description"], { value: option["description"], min: 1, max: 100 });
    if (seen.has(option["value"]))
      problems.add(
        [...at, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    seen.add(option["value"]);
  });
}

type Place = ComponentScope & { allowed: readonly number[] };

function checkOne(component: unknown, path: Path, place: Place): void {
  const { problems, allowed, v2 } = place;
  if (!isFields(component))
    return problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
  const type = Number(component["type"]);
  if (!v2 && type >= 9)
    return problems.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      'Value of field "type" must be one of (1,). Components V2 need the IS_COMPONENTS_V2 flag.',
    );
  if (!allowed.includes(type))
    return problems.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" must be one of (${allowed.join(", ")}).`,
    );
  checkInteger(problems, [...path, "id"], { value: component["id"], min: 0, max: 2 ** 31 - 1 });
  checkers[type]?.(component, path, place);
}

const checkers: Record<number, (component: Fields, path: Path, place: Place) => void> = {
  1(row, path, place) {
    const children = objects(row["components"]);
    checkCount(place.problems, [...path, "components"], { value: row["components"], min: 1, max: 5 });
    const selects = children.filter((child) => Number(child["type"]) >= 3 && Number(child["type"]) <= 8).length;
    if (selects > 1 || (selects === 1 && children.length > 1))
      place.problems.add(
        [...path, "components"],
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        "The specified component exceeds the maximum width",
      );
    checkChildren(row, path, { ...place, v2: true, allowed: [2, 3, 5, 6, 7, 8] });
  },
  2(button, path, { problems }) {
    const style = button["style"];
    checkChoice(problems, [...path, "style"], { value: style, choices: [1, 2, 3, 4, 5, 6] });
    checkText(problems, [...path, "label"], { value: button["label"], max: 80 });
    const worded = (typeof button["label"] === "string" && button["label"] !== "") || isFields(button["emoji"]);
    if (!worded && style !== 6)
      problems.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji");
    if (style === 5) {
      checkText(problems, [...path, "url"], { value: button["url"], min: 1, max: 512, required: true });
      if (typeof button["url"] === "string" && !/^(https?|discord):\/\/\S+$/.test(button["url"]))
        problems.add(
          [...path, "url"],
          "URL_TYPE_INVALID_SCHEME",
          "Scheme must be one of ('http', 'https', 'discord').",
        );
      if (present(button["custom_id"]))
        problems.add(
          path,
          "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
          "A custom id and url cannot both be specified",
        );
    } else {
      checkText(problems, [...path, "custom_id"], {
        value: button["custom_id"],
        min: 1,
        max: 100,
        required: style !== 6,
      });
      if (present(button["url"]))
        problems.add(
          path,
          "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
          "A custom id and url cannot both be specified",
        );
    }
  },
  3: (select, path, { problems }) => checkSelect(select, path, problems),
  5: (select, path, { problems }) => checkSelect(select, path, problems),
  6: (select, path, { problems }) => checkSelect(select, path, problems),
  7: (select, path, { problems }) => checkSelect(select, path, problems),
  8: (select, path, { problems }) => checkSelect(select, path, problems),
  9(section, path, place) {
    checkCount(place.problems, [...path, "components"], { value: section["components"], min: 1, max: 3 });
    checkChildren(section, path, { ...place, allowed: [10] });
    if (isFields(section["accessory"]))
      checkOne(section["accessory"], [...path, "accessory"], { ...place, allowed: [2, 11] });
    else place.problems.add([...path, "accessory"], "BASE_TYPE_REQUIRED", "This field is required");
  },
  10: (text, path, { problems }) =>
    checkText(problems, [...path, "content"], { value: text["content"], min: 1, max: 4000, required: true }),
  11(thumbnail, path, place) {
    checkMedia(thumbnail["media"], [...path, "media"], place);
    checkText(place.problems, [...path, "description"], { value: thumbnail["description"], min: 1, max: 1024 });
  },
  12(gallery, path, place) {
    checkCount(place.problems, [...path, "items"], { value: gallery["items"], min: 1, max: 10 });
    objects(gallery["items"]).forEach((item, index) => {
      checkMedia(item["media"], [...path, "items", index, "media"], place);
      checkText(place.problems, [...path, "items", index, "description"], {
        value: item["description"],
        min: 1,
        max: 1024,
      });
    });
  },
  13: (file, path, place) => checkMedia(file["file"], [...path, "file"], { ...place, onlyAttachment: true }),
  14(separator, path, { problems }) {
    if (present(separator["spacing"]))
      checkChoice(problems, [...path, "spacing"], { value: separator["spacing"], choices: [1, 2] });
  },
  17(container, path, place) {
    checkInteger(place.problems, [...path, "accent_color"], {
      value: container["accent_color"],
      min: 0,
      max: 0xff_ff_ff,
    });
    checkCount(place.problems, [...path, "components"], { value: container["components"], min: 1, max: 40 });
    checkChildren(container, path, { ...place, allowed: [1, 9, 10, 12, 13, 14] });
  },
};

function checkChildren(parent: Fields, path: Path, place: Place): void {
  const children = parent["components"];
  if (Array.isArray(children))
    children.forEach((child: unknown, index) => checkOne(child, [...path, "components", index], place));
}

function checkMedia(media: unknown, path: Path, place: ComponentScope & { onlyAttachment?: boolean }): void {
  const { problems, fileNames } = place;
  const url = isFields(media) ? media["url"] : undefined;
  if (typeof url !== "string") return problems.add([...path, "url"], "BASE_TYPE_REQUIRED", "This field is required");
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name !== undefined && !fileNames.has(name))
    problems.add(
      [...path, "url"],
      "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
      "The referenced attachment was not found in uploaded attachments",
    );
  if (name === undefined && (place.onlyAttachment || !/^https?:\/\/\S+$/.test(url)))
    problems.add(
      [...path, "url"],
      "URL_TYPE_INVALID_SCHEME",
      place.onlyAttachment
        ? "Only attachment:// is allowed here."
        : "Scheme must be one of ('http', 'https', 'attachment').",
    );
}

function checkUnique(components: readonly Fields[], field: string, twice: () => void): void {
  const values = components.map((one) => one[field]).filter(present);
  if (new Set(values).size < values.length) twice();
}
