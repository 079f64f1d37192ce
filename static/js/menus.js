// A menu that is a <details>: Esc and a press elsewhere close it. It opens and works without any of this.

export function startMenus() {
  const openMenus = () => document.querySelectorAll("[data-menu][open]");
  document.addEventListener("pointerdown", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
