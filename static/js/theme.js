// The theme button: light or dark. A choice that is not the system's own is remembered in this browser; one that is
// what the system has goes on following it.

import { t } from "./words.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

const system = () => (dark.matches ? "dark" : "light");
const current = () => document.documentElement.dataset.theme ?? system();

function label(button) {
  button.setAttribute("aria-label", current() === "dark" ? t("Use the light theme") : t("Use the dark theme"));
  button.title = button.getAttribute("aria-label");
}

function choose(theme) {
  const { dataset } = document.documentElement;
  if (theme === system()) delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === system()) localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Without storage the choice lasts until the next page.
  }
}

export function startTheme(button) {
  if (!button) return;
  const said = document.getElementById("theme-said");
  label(button);
  dark.addEventListener("change", () => label(button));
  button.addEventListener("click", () => {
    choose(current() === "dark" ? "light" : "dark");
    label(button);
    said.textContent = current() === "dark" ? t("The dark theme is on.") : t("The light theme is on.");
  });
}
