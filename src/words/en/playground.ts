export const playground = {
  chooseChannel: (channels: readonly string[]) => `Choose one of the channels that are here: ${channels.join(", ")}.`,
  notDirect: (channels: readonly string[]) =>
    `A direct message takes no posts. Choose one of the channels: ${channels.join(", ")}.`,
  chooseRole: (roles: readonly string[]) => `Choose one of the roles that are here: ${roles.join(", ")}.`,
  postGone: "The post to which this belongs is not there any more. The next one comes with its details.",
};
