/** An id of Discord's (discord.com/developers/docs/reference#snowflakes): what is none would have a whole message refused. */
export function isSnowflake(value: string | undefined): value is string {
  return value !== undefined && /^\d{17,20}$/.test(value);
}
