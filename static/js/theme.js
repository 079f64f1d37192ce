// The theme button: light or dark, remembered in this browser.

const dark = matchMedia("(prefers-color-scheme: dark)");

const current = () => document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");

function label(button) {
  const other = current() === "dark" ? "light" : "dark";
  button.setAttribute("aria-label", `Use the ${other} theme`);
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
