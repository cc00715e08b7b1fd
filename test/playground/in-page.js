/** What the tests run inside the page. Each stands alone: the browser gets its source. */

/** The accessible name, text or id of whatever has the focus. */
export const focusedName = () => {
  const element = document.activeElement;
  return element?.getAttribute("aria-label") || element?.textContent?.trim() || element?.id || "";
};

/** The line of the list that the focused field says is highlighted. */
export const highlighted = () => {
  const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
  return document.getElementById(id)?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
};

/** @param {Element} element */
export const meterValue = (element) => (element instanceof HTMLMeterElement ? element.value : -1);

/** @param {Element} element */
export const pictureWidth = (element) => (element instanceof HTMLImageElement ? element.naturalWidth : -1);

/** @param {Element} element */
export const topOf = (element) => Math.round(element.getBoundingClientRect().top);

/** As low in view as it can stand. @param {Element} element */
export const lower = (element) => element.scrollIntoView({ block: "end" });

/** The name of the file that a control holds. @param {Element} element */
export const chosenFile = (element) => (element instanceof HTMLInputElement && element.files?.[0]?.name) || "";

/** Of an element, of what is in it, and of the window that it stands in. @param {Element} element */
export const tall = (element) => ({
  height: element.clientHeight,
  inside: element.scrollHeight,
  room: window.innerHeight,
});

/** @param {Element} element */
export const motion = (element) => getComputedStyle(element).animationName;

/** The last text by which a field is described: its error, where it has one. @param {Element} element */
export const lastDescription = (element) => {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return document.getElementById(ids.at(-1) ?? "")?.textContent ?? "";
};

export const ground = () => getComputedStyle(document.body).backgroundColor;

/** Texts whose contrast with what lies behind them is below WCAG AA (4.5, large ones 3). */
export const poorContrast = () => {
  const numbers = (/** @type {string} */ color) => {
    const found = (color.match(/[\d.]+/g) ?? []).map(Number);
    return color.startsWith("color(srgb") ? found.map((part, index) => (index < 3 ? part * 255 : part)) : found;
  };
  const luminance = (/** @type {number[]} */ color) => {
    const [red = 0, green = 0, blue = 0] = color.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (/** @type {number[]} */ a, /** @type {number[]} */ b) => {
    const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (bright + 0.05) / (dim + 0.05);
  };
  const grounds = (/** @type {Element} */ element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const color = numbers(backgroundColor);
      const image = (backgroundImage.match(/rgba?\([^)]*\)/g) ?? []).map(numbers);
      if (image.length > 0) return image;
      if (color.length === 3 || color[3] === 1) return [color];
    }
    return [[255, 255, 255]];
  };
  /** @type {Set<string>} */
  const wrong = new Set();
  let checked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!element || text === "" || !element.checkVisibility()) continue;
    if (element.closest(".visually-hidden, script, option")) continue;
    checked += 1;
    const style = getComputedStyle(element);
    const least = Number.parseFloat(style.fontSize) >= 24 ? 3 : 4.5;
    for (const color of grounds(element)) {
      const found = contrast(numbers(style.color), color);
      if (found < least) wrong.add(`${found.toFixed(2)} "${text.slice(0, 40)}" ${style.color} on ${color}`);
    }
  }
  return checked < 20 ? [`only ${checked} texts were found`] : [...wrong];
};

/** What a screen reader could not name or follow. */
export const unnamed = () => {
  /** @type {string[]} */
  const wrong = [];
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) wrong.push(`two are "${id}"`);
  const asked = "a, button, input, select, textarea, meter, iframe, dialog, [role], [tabindex='0']";
  for (const element of document.querySelectorAll(asked)) {
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const labelled = [...(labels ?? [])].map((label) => label.textContent).join("");
    const by = document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent;
    const area = element instanceof HTMLTextAreaElement ? [...element.labels].map((l) => l.textContent).join("") : "";
    const own = element.matches("a, button, [role=option], [role=alert], [role=status]") ? element.textContent : "";
    const name = [element.getAttribute("aria-label"), by, labelled, area, own].join("").trim();
    if (name === "") wrong.push(`no name: ${element.outerHTML.slice(0, 120)}`);
  }
  for (const image of document.querySelectorAll("img")) if (!image.alt.trim()) wrong.push(`no alt: ${image.src}`);
  for (const name of ["aria-controls", "aria-activedescendant", "aria-describedby", "aria-labelledby"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean)) {
        if (!document.getElementById(id)) wrong.push(`${name} "${id}" leads nowhere`);
      }
    }
  }
  for (const option of document.querySelectorAll("[role=option]")) {
    if (option.parentElement?.getAttribute("role") !== "listbox") wrong.push("an option outside of a listbox");
  }
  return wrong;
};

/** Elements that stick out of the window sideways without a scroll area of their own. */
export const sideways = () =>
  [...document.querySelectorAll("main *, dialog[open] *")]
    .filter((element) => element.checkVisibility() && !element.closest(".table-scroll, .visually-hidden, aside, svg"))
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 100));
