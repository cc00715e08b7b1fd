/** What a message in a thread is called outside of Discord, where one of a channel is called by its id alone. */
export function threadMessage(thread: string, messageId: string): string {
  return `${thread}/${messageId}`;
}

/** Where a message of ours is. */
export function placeOf(ref: string, channelId: string): { readonly channelId: string; readonly messageId: string } {
  const [thread, messageId] = ref.split("/");
  return thread && messageId ? { channelId: thread, messageId } : { channelId, messageId: ref };
}
