// htmx arrives after the page (htmx-loader.js); whoever needs it waits here.

/** Resolve with the htmx object once it is loaded. */
export const htmxReady = new Promise((resolve) => {
  if (window.htmx) resolve(window.htmx);
  else document.addEventListener("htmx-ready", () => resolve(window.htmx), { once: true });
});

/** Put the out-of-band parts of an answer into the page; the rest of it is left out. */
export async function applyOutOfBand(html) {
  const htmx = await htmxReady;
  htmx.swap(document.body, html, { swapStyle: "none", swapDelay: 0, settleDelay: 0 });
}
