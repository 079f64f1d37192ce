// Knows whether a mouse button or a finger is down.

let up = Promise.resolve();

addEventListener(
  "pointerdown",
  () => {
    up = new Promise((resolve) => {
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(resolve), { once: true });
    });
  },
  { capture: true },
);

/** Resolve when nothing is pressed, and the click that may come of it has been dealt with. */
export const released = () => up;
