import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { allBlocks } from "./block-tree.ts";
import { asJson, asText, type Json } from "./types.ts";

/** Checks shapes against the schemas in SPECS_DIR; without that folder it finds nothing. */
export interface Contract {
  blocks(blocks: Json[]): string[];
  view(view: Json): string[];
}

/** One line per deviation; the schemas are compiled once per process. */
export function slackContract(folder = process.env.SPECS_DIR): Contract {
  const key = folder ?? "";
  const contract = contracts.get(key) ?? readContract(folder);
  contracts.set(key, contract);
  return contract;
}

const contracts = new Map<string, Contract>();

/** `data_visualization` is not in the schemas and is left out of the check. */
function readContract(folder: string | undefined): Contract {
  const file = folder === undefined ? "" : join(folder, "slack-blocks.schema.json");
  if (!existsSync(file)) return { blocks: () => [], view: () => [] };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const definitions = new Map<string, Json>();
  for (const name of ["blocks", "modal", "home"]) {
    const schema = JSON.parse(readFileSync(join(String(folder), `slack-${name}.schema.json`), "utf8")) as Json;
    delete schema.$schema;
    definitions.set(name, asJson(schema.definitions));
    ajv.addSchema({ ...schema, $id: name });
  }
  const compiled = new Map<string, ValidateFunction>();
  const check = (reference: string, value: unknown, at: string): string[] => {
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `${at}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
    );
  };
  const blockNames = namesByType(definitions.get("blocks") ?? {});
  const blocks = (list: Json[], at = ""): string[] =>
    allBlocks(list).flatMap(({ block, pointer }) => {
      const type = asText(block.type);
      if (type === "data_visualization" || holdsChart(block)) return [];
      const name = blockNames.get(type);
      return name === undefined
        ? [`${at}${pointer} unknown block type ${type}`]
        : check(`blocks#/definitions/${name}`, block, `${at}${pointer}`);
    });
  return {
    blocks,
    view: (view) => {
      const list = Array.isArray(view.blocks) ? view.blocks.map(asJson) : [];
      const name = view.type === "home" ? "home#/definitions/HomeView" : "modal#/definitions/ModalView";
      return [...check(name, { ...view, blocks: [] }, "/view"), ...blocks(list, "/view")];
    },
  };
}

const holdsChart = (block: Json): boolean =>
  block.type === "container" && JSON.stringify(block).includes('"data_visualization"');

/** "section" -> "SectionBlock": Slack's definitions carry the type as a constant, directly or in every alternative. */
function namesByType(definitions: Json): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries(definitions)) {
    if (!name.endsWith("Block")) continue;
    const shape = asJson(definition);
    const first = Array.isArray(shape.anyOf) ? asJson(shape.anyOf[0]) : shape;
    const type = asText(asJson(asJson(first.properties).type).const);
    if (type !== "" && !names.has(type)) names.set(type, name);
  }
  return names;
}
