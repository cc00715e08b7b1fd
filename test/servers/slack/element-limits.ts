import type { Placed } from "./block-tree.ts";
import { checkText, type Report, type Surface, tooLong } from "./limits.ts";
import { asJson, asList, asText, type Json } from "./types.ts";

/** Limits of one interactive element, from @slack/types 3.2.0 and the Block Kit reference. */
export function elementProblems({ element, block, pointer }: Placed, surface: Surface, report: Report): void {
  const type = asText(element.type);
  const homes = allowedIn[type];
  if (!homes?.includes(asText(block.type))) return report(`${pointer}/type`, `unsupported type: ${type}`);
  if (type === "file_input" && surface !== "modal") report(`${pointer}/type`, "file_input is only allowed in modals");
  length(element, "action_id", 255);
  checkText(element.placeholder, { pointer: `${pointer}/placeholder`, most: 150, plain: true, report });
  if (element.confirm !== undefined) checkConfirm(asJson(element.confirm));
  if (type === "button" || type === "workflow_button") checkButton();
  if (type.endsWith("static_select")) checkOptions(element, { most: 100, groups: true });
  if (type === "overflow") checkOptions(element, { most: 5 });
  if (type === "radio_buttons" || type === "checkboxes") checkOptions(element, { most: 10 });
  if (type === "plain_text_input") checkLengths();
  if (type === "number_input" && typeof element.is_decimal_allowed !== "boolean")
    report(pointer, "missing required field: is_decimal_allowed");
  if (type === "file_input" && (Number(element.max_files ?? 10) < 1 || Number(element.max_files ?? 10) > 10))
    report(`${pointer}/max_files`, "must be between 1 and 10");
  if (type === "feedback_buttons")
    for (const part of ["positive_button", "negative_button"]) {
      checkText(asJson(element[part]).text, {
        pointer: `${pointer}/${part}/text`,
        most: 75,
        plain: true,
        required: true,
        report,
      });
      length(asJson(element[part]), "value", 2000);
    }

  function length(object: Json, field: string, most: number): void {
    const long = tooLong(object[field], most);
    if (long) report(`${pointer}/${field}`, long);
    if (object[field] === "" && field === "action_id") report(`${pointer}/${field}`, "must be more than 0 characters");
  }

  function checkButton(): void {
    checkText(element.text, { pointer: `${pointer}/text`, most: 75, plain: true, required: true, report });
    length(element, "value", 2000);
    length(element, "url", 3000);
    length(element, "accessibility_label", 75);
    if (element.style !== undefined && element.style !== "primary" && element.style !== "danger")
      report(`${pointer}/style`, `unsupported value: ${String(element.style)}`);
  }

  function checkConfirm(confirm: Json): void {
    checkText(confirm.title, { pointer: `${pointer}/confirm/title`, most: 100, plain: true, report });
    checkText(confirm.text, { pointer: `${pointer}/confirm/text`, most: 300, required: true, report });
    checkText(confirm.confirm, { pointer: `${pointer}/confirm/confirm`, most: 30, plain: true, report });
    checkText(confirm.deny, { pointer: `${pointer}/confirm/deny`, most: 30, plain: true, report });
  }

  function checkLengths(): void {
    const least = element.min_length === undefined ? 0 : Number(element.min_length);
    const most = element.max_length === undefined ? 3000 : Number(element.max_length);
    if (!(least >= 0 && least <= 3000)) report(`${pointer}/min_length`, "must be between 0 and 3000");
    if (!(most >= 1 && most <= 3000)) report(`${pointer}/max_length`, "must be between 1 and 3000");
    if (least > most) report(`${pointer}/min_length`, "must be less than max_length");
    if (asText(element.initial_value).length > most)
      report(`${pointer}/initial_value`, `must be less than ${most + 1} characters`);
  }

  function checkOptions(holder: Json, rule: { most: number; groups?: boolean }): void {
    if (rule.groups && Array.isArray(holder.option_groups)) {
      if (holder.options !== undefined) report(pointer, "only one of options and option_groups allowed");
      if (holder.option_groups.length < 1 || holder.option_groups.length > 100)
        report(`${pointer}/option_groups`, "no more than 100 items allowed");
      asList(holder.option_groups).forEach((group, index) => {
        checkText(group.label, {
          pointer: `${pointer}/option_groups/${index}/label`,
          most: 75,
          plain: true,
          required: true,
          report,
        });
        optionList(group.options, `${pointer}/option_groups/${index}/options`, rule.most);
      });
    } else optionList(holder.options, `${pointer}/options`, rule.most);
    checkInitial();
  }

  function optionList(options: unknown, path: string, most: number): void {
    const list = asList(options);
    if (list.length === 0) report(path, "must have at least 1 item");
    if (list.length > most) report(path, `no more than ${most} items allowed`);
    list.forEach((option, index) =>
      optionProblems(option, {
        pointer: `${path}/${index}`,
        plain: !["radio_buttons", "checkboxes"].includes(type),
        report,
      }),
    );
    const values = list.map((option) => asText(option.value));
    if (new Set(values).size < values.length) report(path, "option values must be unique");
  }

  /** Slack compares an initial option with the whole option object, text and all. */
  function checkInitial(): void {
    const all = [
      ...asList(element.options),
      ...asList(element.option_groups).flatMap((group) => asList(group.options)),
    ];
    const initial =
      element.initial_option === undefined ? asList(element.initial_options) : [asJson(element.initial_option)];
    for (const option of initial) {
      const match = all.some(
        (one) => one.value === option.value && asText(asJson(one.text).text) === asText(asJson(option.text).text),
      );
      if (!match) report(`${pointer}/initial_option`, "initial option must exactly match one of the provided options");
    }
  }
}

/** One option of a select, also used for the options an app suggests. Value limit: docs 150 (types say 75). */
export function optionProblems(
  option: Json,
  { pointer, plain, report }: { pointer: string; plain: boolean; report: Report },
): void {
  checkText(option.text, { pointer: `${pointer}/text`, most: 75, plain, required: true, report });
  checkText(option.description, { pointer: `${pointer}/description`, most: 75, plain, report });
  if (asText(option.value) === "" && option.url === undefined) report(pointer, "missing required field: value");
  if (tooLong(option.value, 150)) report(`${pointer}/value`, "must be less than 151 characters");
}

const selects = ["static", "external", "users", "conversations", "channels"].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const everywhere = ["section", "actions", "input"];

/** Which blocks take which element: https://docs.slack.dev/reference/block-kit/block-elements. */
const allowedIn: Record<string, readonly string[]> = {
  ...Object.fromEntries(selects.map((type) => [type, everywhere])),
  button: ["section", "actions", "card"],
  workflow_button: ["section", "actions"],
  overflow: ["section", "actions"],
  checkboxes: everywhere,
  radio_buttons: everywhere,
  datepicker: everywhere,
  timepicker: everywhere,
  datetimepicker: ["actions", "input"],
  plain_text_input: ["input"],
  rich_text_input: ["input"],
  email_text_input: ["input"],
  url_text_input: ["input"],
  number_input: ["input"],
  file_input: ["input"],
  feedback_buttons: ["context_actions"],
  icon_button: ["context_actions", "card"],
};
