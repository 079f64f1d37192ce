// The theme button: light or dark, remembered in this browser.

import { t } from "./words.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

const current = () => document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");

function label(button) {
  const other = current() === "dark" ? "light" : "dark";
  button.setAttribute("aria-label", other === "light" ? t("Use the light theme") : t("Use the dark theme"));
  button.title = button.getAttribute("aria-label");
}

export function startTheme(button) {
  if (!button) return;
  label(button);
  dark.addEventListener("change", () => label(button));
  button.addEventListener("click", () => {
    const theme = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Without storage the choice lasts until the next page.
    }
    label(button);
  });
}
