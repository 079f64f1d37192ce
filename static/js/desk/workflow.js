// Where the translation stands, in the head of the desk: brought up to date without taking anything from a reader.

export class Workflow {
  constructor() {
    document.addEventListener("htmx:oobBeforeSwap", (event) => this.#comes(event.detail));
    document.addEventListener("htmx:beforeSwap", ({ detail }) => {
      if (detail.target?.id === "workflow") this.focused = detail.target.contains(document.activeElement);
    });
    document.addEventListener("htmx:afterSettle", () => this.#settled());
    document.addEventListener("click", (event) => this.#clicked(event));
  }

  get element() {
    return document.getElementById("workflow");
  }

  /** A poll brings it again: leave it while it says the same, and while somebody gives a reason or chooses. */
  #comes(detail) {
    if (detail.target.id !== "workflow") return;
    const fresh = detail.fragment.querySelector("#workflow");
    const isBusy = detail.target.querySelector(".refusal") || detail.target.querySelector("select:focus");
    if (isBusy || fresh?.dataset.stamp === detail.target.dataset.stamp) detail.shouldSwap = false;
    else this.focused = detail.target.contains(document.activeElement);
  }

  /** The pressed button is gone: the keyboard goes on from the same place, not from the top of the page. */
  #settled() {
    if (!this.focused) return;
    this.focused = false;
    if (document.activeElement === document.body) this.element?.focus({ preventScroll: true });
  }

  #clicked(event) {
    const close = event.target.closest("#workflow [data-cancel]");
    if (!close || !window.htmx || !document.querySelector("[data-desk]")) return;
    event.preventDefault();
    close.closest(".refusal").remove();
    this.element.focus({ preventScroll: true });
  }
}
