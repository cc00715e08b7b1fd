/**
 * A typed line, read as far as it goes: for offering what may follow. The server reads it properly.
 *
 * @typedef {import("./state.js").DescribedCommand} DescribedCommand
 */

/** @param {DescribedCommand} command */
export function pathOf({ command, subcommand }) {
  return subcommand ? `/${command} ${subcommand}` : `/${command}`;
}

/**
 * The command with which a line begins, the options that are complete, and the word that is still being typed.
 * Undefined while the command itself is being typed.
 * @param {readonly DescribedCommand[]} commands @param {string} text
 */
export function readLine(commands, text) {
  const lower = text.toLowerCase();
  const command = commands
    .filter((one) => lower.startsWith(`${pathOf(one)} `))
    .toSorted((a, b) => pathOf(b).length - pathOf(a).length)[0];
  if (!command) return;
  const rest = text.slice(pathOf(command).length);
  /** @type {Record<string, string>} */
  const values = {};
  let word = "";
  for (const [part] of rest.matchAll(/(?:[^\s":]+:)?"[^"]*"|\S+/g)) {
    const colon = part.indexOf(":");
    if (colon > 0) values[part.slice(0, colon).toLowerCase()] = part.slice(colon + 1).replaceAll('"', "");
    else word = part;
  }
  return { command, values, word: /\s$/.test(rest) ? "" : word, inValue: !/\s$/.test(rest) && word === "" };
}

/** The line that says the same. @param {DescribedCommand} command @param {readonly { name: string, value: string }[]} options */
export function writeLine(command, options) {
  const parts = options
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => {
      return `${name}:${/\s/.test(value) ? `"${value.replaceAll('"', "'")}"` : value}`;
    });
  return [pathOf(command), ...parts].join(" ");
}

/** Commands that fit what was typed: those that begin like it first. @param {readonly DescribedCommand[]} commands @param {string} text */
export function matching(commands, text) {
  const wanted = text.toLowerCase().replace(/^\//, "").trim();
  const begins = commands.filter((one) => pathOf(one).slice(1).startsWith(wanted));
  const holds = commands.filter((one) => !begins.includes(one) && pathOf(one).includes(wanted));
  return [...begins, ...holds];
}
