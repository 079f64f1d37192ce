// htmx arrives after the page (htmx-loader.js); whoever needs it waits here.

/** Resolve with the htmx object once it is loaded. */
export const htmxReady = new Promise((resolve) => {
  if (window.htmx) resolve(window.htmx);
  else document.addEventListener("htmx-ready", () => resolve(window.htmx), { once: true });
});

/**
 * Put the server's answer in an element's place; resolve with whether it came. Without one the page stays as it
 * is, and toasts.js says so.
 */
export async function load(url, target, swap = "outerHTML settle:0ms") {
  const htmx = await htmxReady;
  return htmx.ajax("GET", url, { source: target, target, swap }).then(
    () => true,
    () => false,
  );
}

/** Put the out-of-band parts of an answer into the page; the rest of it is left out. */
export async function applyOutOfBand(html) {
  const htmx = await htmxReady;
  htmx.swap(document.body, html, { swapStyle: "none", swapDelay: 0, settleDelay: 0 });
}
