import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import { drawDone, drawWaiting } from "./form.ts";
import { errorName } from "./log.ts";
import type { Permissions } from "./permissions.ts";

/** The one modal that a trigger_id opens. Every method says whether the person sees it now; none throws. */
export interface Modal {
  /** Something is there already: later views take its place. */
  readonly isOpen: boolean;
  /** Opens at once what the form or the answer replaces later: a trigger_id is good for three seconds only. */
  wait(): Promise<boolean>;
  show(view: ModalView): Promise<boolean>;
  /** The answer is elsewhere. */
  done(direct: boolean): Promise<boolean>;
}

export interface Trigger {
  readonly triggerId: string;
  /** The trigger comes from a modal: the new one goes on top of it. */
  readonly onTop: boolean;
}

interface ModalSettings {
  readonly client: WebClient;
  readonly permissions: Permissions;
  readonly log: Logger;
}

export function createModal({ triggerId, onTop }: Trigger, { client, permissions, log }: ModalSettings): Modal {
  let viewId = "";

  async function show(wanted: ModalView): Promise<boolean> {
    const view = permissions.fit(wanted);
    try {
      if (viewId) permissions.heard(await client.views.update({ view_id: viewId, view }));
      else if (!triggerId) return false;
      else {
        const opened = await (onTop ? client.views.push : client.views.open)({ trigger_id: triggerId, view });
        permissions.heard(opened);
        viewId = opened.view?.id ?? "";
      }
      return true;
    } catch (error) {
      permissions.heard(error);
      // A permission was taken away meanwhile.
      if (view === wanted && permissions.fit(wanted) !== wanted) return show(wanted);
      log.warn({ problem: errorName(error) }, "Slack shows no modal");
      return false;
    }
  }

  return {
    get isOpen() {
      return viewId !== "";
    },
    wait: () => show(drawWaiting()),
    show,
    done: async (direct) => viewId === "" || show(drawDone(direct)),
  };
}
