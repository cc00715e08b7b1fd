import { checkOptions, checkSelect, everyComponent } from "./component-rules.ts";
import { createProblems, type Path, type Problems } from "./errors.ts";
import { checkChoice, checkCount, checkInteger, checkText, type Fields, isFields, objects, present } from "./json.ts";

/** Refuses a modal that Discord would refuse; `path` of the errors starts with "data". */
export function checkModal(modal: Fields): void {
  const problems = createProblems();
  checkText(problems, ["data", "custom_id"], { value: modal["custom_id"], min: 1, max: 100, required: true });
  checkText(problems, ["data", "title"], { value: modal["title"], min: 1, max: 45, required: true });
  checkCount(problems, ["data", "components"], { value: modal["components"], min: 1, max: 5 });
  const components = objects(modal["components"]);
  components.forEach((component, index) => checkTop(component, ["data", "components", index], problems));
  const ids = everyComponent(components)
    .map((one) => one["custom_id"])
    .filter(present);
  if (new Set(ids).size < ids.length)
    problems.add(["data", "components"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  problems.refuse();
}

function checkTop(component: Fields, path: Path, problems: Problems): void {
  if (component["type"] === 10)
    return checkText(problems, [...path, "content"], {
      value: component["content"],
      min: 1,
      max: 4000,
      required: true,
    });
  if (component["type"] === 1) {
    checkCount(problems, [...path, "components"], { value: component["components"], min: 1, max: 1 });
    return objects(component["components"]).forEach((child, index) => {
      const at = [...path, "components", index];
      if (child["type"] !== 4)
        return problems.add([...at, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (4,).');
      checkText(problems, [...at, "label"], { value: child["label"], min: 1, max: 45, required: true });
      checkField(child, at, problems);
    });
  }
  if (component["type"] !== 18)
    return problems.add([...path, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).');
  checkText(problems, [...path, "label"], { value: component["label"], min: 1, max: 45, required: true });
  checkText(problems, [...path, "description"], { value: component["description"], min: 1, max: 100 });
  const field = component["component"];
  if (!isFields(field)) return problems.add([...path, "component"], "BASE_TYPE_REQUIRED", "This field is required");
  if (present(field["label"]))
    problems.add(
      [...path, "component", "label"],
      "COMPONENT_LABEL_NOT_ALLOWED",
      "A text input inside a Label cannot have a label of its own",
    );
  checkField(field, [...path, "component"], problems);
}

function checkField(field: Fields, path: Path, problems: Problems): void {
  const check = checkers[Number(field["type"])];
  if (!check)
    return problems.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" must be one of (${Object.keys(checkers).join(", ")}).`,
    );
  checkText(problems, [...path, "custom_id"], { value: field["custom_id"], min: 1, max: 100, required: true });
  if (field["disabled"] === true)
    problems.add([...path, "disabled"], "COMPONENT_DISABLED_NOT_ALLOWED", "Components cannot be disabled in a modal");
  check(field, path, problems);
}

function checkPick(field: Fields, path: Path, problems: Problems): void {
  checkSelect(field, path, problems);
  checkMinimum(field, path, problems);
}

// Omitted or at least 1, unless the field is optional.
function checkMinimum(field: Fields, path: Path, problems: Problems): void {
  if (field["min_values"] === 0 && field["required"] !== false)
    problems.add(
      [...path, "min_values"],
      "COMPONENT_REQUIRED_MIN_VALUES",
      "min_values must be at least 1 when the field is required",
    );
}

const checkers: Record<number, (field: Fields, path: Path, problems: Problems) => void> = {
  3: checkPick,
  4(input, path, problems) {
    checkChoice(problems, [...path, "style"], { value: input["style"], choices: [1, 2] });
    checkText(problems, [...path, "placeholder"], { value: input["placeholder"], max: 100 });
    checkInteger(problems, [...path, "min_length"], { value: input["min_length"], min: 0, max: 4000 });
    checkInteger(problems, [...path, "max_length"], { value: input["max_length"], min: 1, max: 4000 });
    const most = Number(input["max_length"] ?? 4000);
    const least = Number(input["min_length"] ?? 0);
    if (least > most)
      problems.add([...path, "min_length"], "NUMBER_TYPE_MAX", "min_length must not be greater than max_length.");
    checkText(problems, [...path, "value"], { value: input["value"], max: most });
    if (typeof input["value"] === "string" && input["value"] !== "" && input["value"].length < least)
      problems.add([...path, "value"], "BASE_TYPE_MIN_LENGTH", `Must be ${least} or more in length.`);
  },
  5: checkPick,
  6: checkPick,
  7: checkPick,
  8: checkPick,
  19(upload, path, problems) {
    checkInteger(problems, [...path, "min_values"], { value: upload["min_values"], min: 0, max: 10 });
    checkInteger(problems, [...path, "max_values"], { value: upload["max_values"], min: 1, max: 10 });
    if (Number(upload["min_values"] ?? 1) > Number(upload["max_values"] ?? 1))
      problems.add([...path, "min_values"], "NUMBER_TYPE_MAX", "min_values must not be greater than max_values.");
    checkMinimum(upload, path, problems);
    if (present(upload["file_types"]))
      checkCount(problems, [...path, "file_types"], { value: upload["file_types"], min: 1, max: 10 });
  },
  21: (group, path, problems) => checkOptions(group, path, { problems, min: 2, max: 10, least: 0, most: 1 }),
  22(group, path, problems) {
    checkInteger(problems, [...path, "min_values"], { value: group["min_values"], min: 0, max: 10 });
    checkInteger(problems, [...path, "max_values"], { value: group["max_values"], min: 1, max: 10 });
    checkMinimum(group, path, problems);
    checkOptions(group, path, {
      problems,
      min: 1,
      max: 10,
      least: Number(group["min_values"] ?? 0),
      most: Number(group["max_values"] ?? 10),
    });
  },
  23: () => {},
};
