// Runs in <head> before anything is painted: the reader's own choices, if there are any.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("tints") === "off") root.dataset.tints = "off";
  } catch {
    // Storage can be forbidden; what the system and the page come with is a fine answer.
  }
})();
