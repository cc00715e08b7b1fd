/** A glyph as a filled path, in the colour of the text before it. */
export function outline({ commands }: Outline, at: { x: number; y: number; scale: number }): string {
  const points = (args: readonly number[]) =>
    args.map((value, index) => short(index % 2 === 0 ? at.x + value * at.scale : at.y - value * at.scale));
  let [lastX, lastY] = [0, 0];
  const drawn = commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    const [fromX, fromY] = [lastX, lastY];
    [lastX, lastY] = [args.at(-2) ?? lastX, args.at(-1) ?? lastY];
    switch (command) {
      case "moveTo":
        return `${points(args).join(" ")} m`;
      case "lineTo":
        return `${points(args).join(" ")} l`;
      case "bezierCurveTo":
        return `${points(args).join(" ")} c`;
      case "quadraticCurveTo": {
        // PDF knows cubic curves only.
        const cubic = [
          fromX + (2 / 3) * (a - fromX),
          fromY + (2 / 3) * (b - fromY),
          c + (2 / 3) * (a - c),
          d + (2 / 3) * (b - d),
          c,
          d,
        ];
        return `${points(cubic).join(" ")} c`;
      }
      default:
        return "h";
    }
  });
  return drawn.length > 0 ? `${drawn.join(" ")} f` : "";
}

interface Outline {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}

/** A number as a PDF writes it. */
export function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
