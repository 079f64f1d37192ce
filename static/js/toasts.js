// Short messages at the edge of the page. The server writes its own; these are the browser's.

import { t } from "./words.js";

const QUIET_MS = 6000;

/** Show a sentence. A message without a button goes by itself. */
export function say(message, { tone = "" } = {}) {
  const template = document.getElementById("toast-template");
  const toast = template.content.firstElementChild.cloneNode(true);
  toast.querySelector("div").textContent = message;
  if (tone) toast.classList.add(tone);
  document.getElementById("toasts").append(toast);
  if (!tone) setTimeout(() => toast.remove(), QUIET_MS);
  return toast;
}

export function startToasts() {
  const toasts = document.getElementById("toasts");
  toasts.addEventListener("click", (event) => {
    if (event.target.closest("[data-dismiss]")) event.target.closest(".toast").remove();
  });
  document.addEventListener("htmx:sendError", () =>
    say(t("The server does not answer. Nothing was changed; try again."), { tone: "block" }),
  );
}
