import { html, nothing } from "lit-html";

/** @typedef {import("./offers.js").Offer} Offer */

export const LIST = "composer-list";

/** @param {string} title @param {readonly Offer[]} offers @param {number} active */
export function listbox(title, offers, active) {
  return html`
    <div class="offers" ?hidden=${offers.length === 0}>
      <p class="offers-title" aria-hidden="true">${title}</p>
      <ul id=${LIST} role="listbox" aria-label=${title || "Offers"}>
        ${offers.map(
          ({ label, detail, tag, choose }, index) => html`
            <li id="${LIST}-${index}" role="option" aria-selected=${index === active}
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
  document.querySelector(`#${LIST} [aria-selected=true]`)?.scrollIntoView({ block: "nearest" });
}
