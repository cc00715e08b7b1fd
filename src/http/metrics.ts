import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What /metrics shows, in Prometheus' text format. Labels are names of ours, never what a person wrote. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const interactions = new Counter({
    name: "greenroom_interactions_total",
    help: "Interactions by command and outcome",
    labelNames: ["command", "outcome"],
    registers,
  });
  const handling = new Histogram({
    name: "greenroom_interaction_seconds",
    help: "Time from an interaction to its answer",
    labelNames: ["command"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  const acknowledgements = new Histogram({
    name: "greenroom_acknowledgement_seconds",
    help: "Time from an interaction to the first sign of life; platforms allow 3 seconds",
    labelNames: ["platform"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3],
    registers,
  });
  const modelCalls = new Counter({
    name: "greenroom_model_calls_total",
    help: "Calls to a hosted model by task and outcome",
    labelNames: ["task", "outcome"],
    registers,
  });
  const modelTokens = new Counter({
    name: "greenroom_model_tokens_total",
    help: "Tokens at a hosted model",
    labelNames: ["kind"],
    registers,
  });
  const modelTime = new Histogram({
    name: "greenroom_model_seconds",
    help: "Time of calls to a hosted model",
    labelNames: ["task"],
    buckets: [0.5, 1, 2, 4, 8, 12, 20],
    registers,
  });
  const database = new Histogram({
    name: "greenroom_database_seconds",
    help: "Time of database statements",
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const posts = new Counter({
    name: "greenroom_posts_total",
    help: "Posts to channels that were claimed, by what became of them",
    labelNames: ["outcome"],
    registers,
  });
  return {
    posted: (outcome: string) => posts.inc({ outcome }),
    interaction({ command, outcome, milliseconds }: { command: string; outcome: string; milliseconds: number }) {
      interactions.inc({ command, outcome });
      handling.observe({ command }, milliseconds / 1000);
    },
    acknowledged: (platform: string, milliseconds: number) =>
      acknowledgements.observe({ platform }, milliseconds / 1000),
    modelCall({ task, outcome, milliseconds, usage }: ModelCall) {
      modelCalls.inc({ task, outcome });
      modelTime.observe({ task }, milliseconds / 1000);
      for (const [kind, tokens] of Object.entries(usage)) modelTokens.inc({ kind }, tokens);
    },
    statement: (milliseconds: number) => database.observe(milliseconds / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

interface ModelCall {
  task: string;
  outcome: string;
  milliseconds: number;
  usage: { input: number; output: number; thoughts: number };
}
