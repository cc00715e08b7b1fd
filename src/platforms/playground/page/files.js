import { html, nothing } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { icon } from "./icons.js";
import { showProblem } from "./press.js";
import { change, state } from "./state.js";

/** @typedef {NonNullable<typeof state.preview>} Preview */
/** @typedef {{ fileId: string, name: string, mediaType: string, size: number, description: string }} DrawnFile */

/** @param {string} fileId */
export const fileAddress = (fileId) => `/files/${encodeURIComponent(fileId)}`;

/** A file in a message: what it is, and what can be done with it. @param {DrawnFile} file */
export function fileCard(file) {
  const { fileId, name, mediaType, size } = file;
  // Its name stands above already.
  const description = file.description.startsWith(`${name}: `)
    ? file.description.slice(name.length + 2)
    : file.description;
  return html`
    <div class="file-card">
      <span class="file-kind" aria-hidden="true">${icon("file")}<b>${kindOf(name)}</b></span>
      <div class="file-about">
        <p class="file-name">${name} <span class="quiet">${sizeOf(size)}</span></p>
        ${description ? html`<p class="quiet">${description}</p>` : nothing}
      </div>
      <div class="file-actions">
        ${
          canPreview(mediaType)
            ? html`<button class="button small" aria-label="Preview ${name}" @click=${() => openPreview(file)}>Preview</button>`
            : nothing
        }
        <a class="button small" href="${fileAddress(fileId)}?download" download=${name} aria-label="Download ${name}">
          ${icon("download")} Download
        </a>
      </div>
    </div>`;
}

/** @param {{ fileId: string, name: string, alt: string, size?: import("../render.ts").PictureSize | null }} image */
export function imagePreview({ fileId, name, alt, size }) {
  const { width, height } = size ? inView(size) : { width: undefined, height: undefined };
  return html`
    <button class="image-button" aria-label="Open the picture: ${alt}"
      @click=${() => openPreview({ fileId, name: name || alt, mediaType: "image/*", alt })}>
      <img src=${fileAddress(fileId)} alt=${alt} width=${ifDefined(width)} height=${ifDefined(height)}>
    </button>`;
}

/** Whole in view beside what is said about it; never larger than it is. @param {import("../render.ts").PictureSize} size */
function inView({ width, height }) {
  const scale = Math.min(1, 760 / width, 460 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** @param {Preview} preview */
export function previewDialog({ fileId, name, mediaType, alt, text }) {
  return html`
    <dialog class="dialog preview" aria-label="Preview of ${name}" @cancel=${onCancel} data-modal>
      <header class="dialog-head">
        <h2>${name}</h2>
        <a class="button small" href="${fileAddress(fileId)}?download" download=${name}>${icon("download")} Download</a>
        <button type="button" class="icon-button" aria-label="Close the preview" @click=${closePreview}>
          ${icon("close")}
        </button>
      </header>
      <div class="preview-body" tabindex="0" role="group" aria-label=${name}>${inside()}</div>
    </dialog>`;

  function inside() {
    if (text !== null) return html`<pre>${text}</pre>`;
    if (mediaType.startsWith("image/")) return html`<img src=${fileAddress(fileId)} alt=${alt}>`;
    if (!navigator.pdfViewerEnabled)
      return html`<p>This browser shows no PDF inside a page. Download it to read it.</p>`;
    // The page first, as wide as there is room; small pictures of all pages are one press away.
    return html`<iframe src="${fileAddress(fileId)}#navpanes=0&view=FitH" title=${name}></iframe>`;
  }
}

/** @param {{ fileId: string, name: string, mediaType: string, alt?: string }} file */
async function openPreview({ fileId, name, mediaType, alt = name }) {
  try {
    const text = isText(mediaType) ? await (await fetch(fileAddress(fileId))).text() : null;
    change({ preview: { fileId, name, mediaType, alt, text } });
  } catch (error) {
    showProblem(error);
  }
}

function closePreview() {
  change({ preview: null });
}

/** @param {Event} event */
function onCancel(event) {
  event.preventDefault();
  closePreview();
}

/** @param {string} mediaType */
function canPreview(mediaType) {
  return mediaType === "application/pdf" || isText(mediaType) || /^image\/(png|jpeg|gif|webp|avif)$/.test(mediaType);
}

/** @param {string} mediaType */
function isText(mediaType) {
  return mediaType.startsWith("text/") || mediaType.startsWith("application/json");
}

/** @param {string} name */
function kindOf(name) {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? "file";
  return ending.toUpperCase();
}

/** @param {number} size */
function sizeOf(size) {
  if (size < 1000) return `${size} bytes`;
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
