export const channelQuestion = {
  title: { daily: "Question of the day", weekly: "Question of the week" },
  postSummary: (title: string, question: string) => `${title}: ${question}`,
  howTo:
    "Press a letter. Only you see what you chose, and it cannot be changed; the right answer comes with the next question.",
  previewNote:
    "In the channel the letters can be pressed. From the second question on, a post begins with the answer to the one before and how people answered.",
  revealTitle: (edition: string) => `The answer of ${edition}`,
  answered: (count: number, right: number) =>
    count === 1
      ? `One answer, and it was ${right === 1 ? "right" : "not the right one"}`
      : `${count} answers, ${right === count ? "all" : right === 0 ? "none" : right} of them right`,
  nobody: "Nobody has answered this one.",
  option: (letter: string, isRight: boolean) => (isRight ? `✓ ${letter}` : letter),
  share: (count: number, percent: number) => `${count} (${percent} %)`,

  kept: "Your answer is kept.",
  stands: "You had answered already, and your first answer stands.",
  chose: (letter: string) => `You chose ${letter}:`,
  revealWith: "The right answer comes with the next question",
  revealLater: "The right answer comes with the next question.",
  overTitle: "This question is over",
  overSummary: (letter: string) => `This question is over. The right answer is ${letter}.`,
  tooLate: "You did not answer it in time.",
};
