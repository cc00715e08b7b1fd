import { acceptMessage, acceptView } from "./accept.ts";
import type { Delivered } from "./deliver.ts";
import type { Slack } from "./slack.ts";
import { asJson, asText, type ChannelRecord, type Json, type PersonRecord, Refusal, type ViewRecord } from "./types.ts";
import { closeViews, replaceView, showView } from "./view-methods.ts";

/** What the person's client makes of an acknowledgement. */
export interface Outcome {
  /** Slack's error name, when the person is told that it did not work. */
  failed?: string;
  /** Field errors of a modal, by block_id. */
  errors?: Record<string, string>;
}

/** A command answered in its acknowledgement shows a message; a late or broken one shows Slack's own error line. */
export function commandOutcome(
  slack: Slack,
  delivered: Delivered,
  about: { turn: string; person: PersonRecord; channel: ChannelRecord; command: string },
): Outcome {
  const { turn, person, channel, command } = about;
  const fail = (failed: string): Outcome => {
    slack.world.post(
      { channel: channel.id, to: person.id, by: "slackbot", text: `${command} failed with the error "${failed}"` },
      turn,
    );
    return { failed };
  };
  if (delivered.outcome !== "acked") return fail(failureName(delivered));
  const { body } = delivered;
  if (asText(body.text) === "" && body.blocks === undefined) return {};
  try {
    const accepted = acceptMessage(slack, body, "acknowledgement of a command");
    slack.world.post(
      { channel: channel.id, ...accepted, ...(body.response_type === "in_channel" ? {} : { to: person.id }) },
      turn,
    );
    return {};
  } catch (error) {
    if (error instanceof Refusal) return fail("invalid_command_response");
    throw error;
  }
}

/** Buttons and selects show a warning sign when nobody answers; content in the acknowledgement is not shown. */
export function actionOutcome(slack: Slack, delivered: Delivered): Outcome {
  if (delivered.outcome !== "acked") return { failed: failureName(delivered) };
  if (Object.keys(delivered.body).length > 0)
    slack.violations.push(
      `acknowledgement of an action carried content, which Slack ignores: ${JSON.stringify(delivered.body).slice(0, 200)}`,
    );
  return {};
}

/** https://docs.slack.dev/surfaces/modals#updating_response: errors, update, push, clear, or nothing, which closes the view. */
export function submissionOutcome(
  slack: Slack,
  delivered: Delivered,
  { turn, view }: { turn: string; view: ViewRecord },
): Outcome {
  if (delivered.outcome !== "acked") return { failed: failureName(delivered) };
  try {
    return applyResponse(slack, delivered.body, { turn, view });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    slack.violations.push(`view_submission answer refused: ${error.code}`);
    return { failed: error.code };
  }
}

function applyResponse(slack: Slack, body: Json, { turn, view }: { turn: string; view: ViewRecord }): Outcome {
  switch (body.response_action) {
    case undefined:
      if (Object.keys(body).length > 0) throw new Refusal("invalid_response_action");
      closeViews(slack, view, { turn });
      return {};
    case "clear":
      closeViews(slack, view, { turn, all: true });
      return {};
    case "update":
      replaceView(slack, view, acceptView(slack, body.view, { where: "response_action update", type: "modal" }), turn);
      return {};
    case "push":
      showView(slack, acceptView(slack, body.view, { where: "response_action push", type: "modal" }), {
        person: view.person,
        turn,
        onTop: true,
      });
      return {};
    case "errors": {
      const errors = asJson(body.errors) as Record<string, string>;
      const inputs = view.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
      const astray = Object.keys(errors).filter((id) => !inputs.includes(id));
      if (astray.length > 0 || Object.keys(errors).length === 0)
        throw new Refusal(`invalid_errors: ${astray.join(", ") || "none given"}`);
      return { errors };
    }
    default:
      throw new Refusal("invalid_response_action");
  }
}

export const failureName = (delivered: Delivered): string =>
  delivered.outcome === "timeout" ? "operation_timeout" : "dispatch_failed";
