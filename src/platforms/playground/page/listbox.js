import { html, nothing } from "lit-html";

/** @typedef {import("./offers.js").Offer} Offer */

export const LIST = "composer-list";

/** @param {string} title @param {readonly Offer[]} offers @param {number} active @param {string} [id] */
export function listbox(title, offers, active, id = LIST) {
  return html`
    <div class="offers" ?hidden=${offers.length === 0}>
      <p class="offers-title" aria-hidden="true">${title}</p>
      <ul id=${id} role="listbox" aria-label=${title || "Offers"}>
        ${offers.map(
          ({ label, detail, tag, choose }, index) => html`
            <li id="${id}-${index}" role="option" aria-selected=${index === active}
              @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${choose}>
              <span class="offer-label">${label}</span>
              ${tag ? html`<span class="badge">${tag}</span>` : nothing}
              <span class="offer-detail">${detail}</span>
            </li>`,
        )}
      </ul>
    </div>`;
}

/** The highlighted line stays in view. */
export function showActive() {
  for (const line of document.querySelectorAll(".offers [aria-selected=true]"))
    line.scrollIntoView({ block: "nearest" });
}
