import type { Path, Problems } from "./errors.ts";

/** A JSON object whose fields are not yet known to be right. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else counts as none. */
export function objects(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Lengths are UTF-16 units, the strictest way to count. */
export function checkText(
  problems: Problems,
  path: Path,
  limits: { value: unknown; min?: number; max: number; required?: boolean },
): void {
  const { value, min = 0, max, required = false } = limits;
  if (!present(value)) {
    if (required) problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return;
  }
  if (typeof value !== "string") problems.add(path, "BASE_TYPE_BAD_TYPE", "Could not interpret the value as string.");
  else if (required && value.trim() === "") problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
  else if (value.length < min || value.length > max)
    problems.add(
      path,
      min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH",
      min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`,
    );
}

export function checkCount(problems: Problems, path: Path, limits: { value: unknown; min: number; max: number }): void {
  const { value, min, max } = limits;
  const count = Array.isArray(value) ? value.length : 0;
  if (count < min || count > max)
    problems.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
}

export function checkInteger(
  problems: Problems,
  path: Path,
  limits: { value: unknown; min: number; max: number },
): void {
  const { value, min, max } = limits;
  if (!present(value)) return;
  if (!Number.isInteger(value)) problems.add(path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
  else if ((value as number) < min)
    problems.add(path, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`);
  else if ((value as number) > max)
    problems.add(path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
}

export function checkChoice(
  problems: Problems,
  path: Path,
  limits: { value: unknown; choices: readonly unknown[] },
): void {
  const { value, choices } = limits;
  if (!choices.includes(value))
    problems.add(path, "BASE_TYPE_CHOICES", `Value must be one of {${choices.join(", ")}}.`);
}
