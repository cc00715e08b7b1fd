import { svg } from "lit-html";

/** An open stage door with light behind it: Greenroom's own mark. Decoration: its name stands beside it. */
export const logo = () => svg`
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="#0d5f48"></rect>
    <path d="M10 25V14a6 6 0 0 1 12 0v11z" fill="#f6d88f"></path>
    <path d="M10 25V14a6 6 0 0 1 6-6v19z" fill="#e8f5ee"></path>
    <circle cx="13.8" cy="17.5" r="1.2" fill="#0d5f48"></circle>
    <path d="M7 25h18" stroke="#e8f5ee" stroke-width="2" stroke-linecap="round"></path>
  </svg>`;

/** @type {Readonly<Record<string, string>>} */
const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  send: "M5 12h13M12 5l7 7-7 7",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  good: "M5 12.5l4.5 4.5L19 7.5",
  bad: "M12 6v7M12 17.2v.3",
  warning: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.3",
  down: "M12 5v13M6 12l6 6 6-6",
  thread: "M5 4v7a4 4 0 0 0 4 4h9M14 11l4 4-4 4",
  open: "M6 9l6 6 6-6",
  plus: "M12 5v14M5 12h14",
};

/** Decoration: what it means is always said in words too.
 * @param {string} name */
export const icon = (name) => svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name] ?? ""}></path></svg>`;
