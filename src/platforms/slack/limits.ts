/**
 * Slack's numbers; the only place that has them. From docs.slack.dev/reference/block-kit and @slack/types 3.2.0, read in
 * November 2026. Lengths count UTF-16 units.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** Undocumented; Slack answers msg_blocks_too_long near 13,200 (slackapi/bolt-js#2509). */
    characters: 12_000,
    /** chat.update refuses more than 4,000; an escaped character takes up to five. */
    summary: 700,
  },
  /** A modal or the Home tab. */
  view: { blocks: 100, characters: 60_000, title: 24, metadata: 3_000 },
  header: 150,
  section: 3_000,
  fields: 10,
  field: 2_000,
  /** Undocumented for rich text; the same as for a section is taken everywhere. */
  richText: 3_000,
  context: { elements: 10, text: 2_000 },
  actions: 25,
  button: { text: 75, value: 2_000 },
  url: 3_000,
  select: { options: 100, groups: 100, text: 75, placeholder: 150 },
  input: { label: 2_000, hint: 2_000, text: 3_000 },
  /** One table in a message; docs.slack.dev/reference/block-kit/blocks/table-block. */
  table: { rows: 100, columns: 20, characters: 8_000 },
  /** docs.slack.dev/reference/block-kit/blocks/data-visualization-block; 20 categories: docs.openclaw.ai/channels/slack/rich-messages. */
  chart: { perMessage: 2, title: 50, label: 20, axis: 50, points: 20 },
  /** docs.slack.dev/interactivity/handling-user-interaction: five uses in thirty minutes. */
  responseUrl: { uses: 5 },
  suggestions: 100,
  altText: 2_000,
  /** 1,000: alt_txt_too_large of files.getUploadURLExternal. What is said above a file is a message's text. */
  file: { altText: 1_000, comment: 3_000 },
  fieldError: 300,
} as const;
