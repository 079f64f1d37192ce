// Which sentences are shown. What a filter means stands with its box, in CSS: the server's table wrote it there.

import { written } from "../words.js";

const COUNT_MS = 400;

export class Filters {
  /** @param find the find bar, which knows the hits and writes the address */
  constructor(desk, find) {
    this.desk = desk;
    this.find = find;
    this.boxes = [...find.form.querySelectorAll("[data-selector]")];
    this.panel = document.getElementById("find-filters");
    this.shown = document.getElementById("find-shown");
    this.button = find.root.querySelector("[data-open-filters]");
    this.button.addEventListener("click", () => this.toggle());
    this.panel.addEventListener("change", () => this.changed());
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle(false));
    find.root.addEventListener("click", (event) => this.#clicked(event));
    desk.keys.whileMoving({ f: () => this.toggle(true) });
    document.addEventListener("htmx:load", (event) => event.target.matches?.("[data-segment]") && this.countSoon());
    if (this.isOn) desk.rows.filter(this.matcher());
    this.say();
  }

  get chosen() {
    return this.boxes.filter((box) => box.checked);
  }

  get isOn() {
    return this.chosen.length > 0 || this.find.isOnlyHits;
  }

  /** Whether a row is shown: it has one of each group that anything is chosen of; the same as RowChoice.shows on the server. */
  matcher() {
    const groups = [...Map.groupBy(this.chosen, (box) => box.dataset.group).values()];
    const selector = groups.map((boxes) => `:is(${boxes.map((box) => box.dataset.selector).join(",")})`).join("");
    const positions = this.find.isOnlyHits ? this.find.positions : null;
    return (row) => (!selector || row.matches(selector)) && (!positions || positions.has(row.dataset.segment));
  }

  toggle(isOpen = this.panel.classList.contains("closed")) {
    this.panel.classList.toggle("closed", !isOpen);
    this.find.makeRoom();
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.boxes[0].focus();
    else if (this.panel.contains(document.activeElement) || document.activeElement === document.body) this.#back();
  }

  /** Something else is chosen: hide and show, write the address, look for the hits anew among what is shown. */
  changed() {
    this.apply();
    this.find.ask();
  }

  /** Filter anew: only now does a sentence go that does not match any more. */
  apply() {
    this.desk.rows.filter(this.isOn ? this.matcher() : null);
    this.find.writeAddress();
    this.say();
    this.countSoon();
  }

  clear() {
    for (const box of this.boxes) box.checked = false;
    this.find.form.elements.only.checked = false;
    this.changed();
    this.#back();
  }

  countSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.count();
      this.say();
    }, COUNT_MS);
  }

  /** Say beside each filter how many sentences it has. Choosing one changes none of these counts: only a saved row does. */
  count() {
    const { root } = this.desk.rows;
    for (const box of this.boxes) {
      const count = root.querySelectorAll(`[data-segment]:is(${box.dataset.selector})`).length;
      const shown = box.parentElement.querySelector("[data-count]");
      if (shown.textContent !== written(count)) shown.textContent = written(count);
    }
  }

  /** Say how many sentences are shown. */
  say() {
    const rows = this.desk.rows.all();
    const visible = rows.filter((row) => !row.hidden);
    document.getElementById("find-none").hidden = !this.isOn || visible.length > 0;
    this.desk.rows.root.toggleAttribute("data-filtered", this.isOn);
    if (!this.isOn) return this.shown.replaceChildren();
    const words = this.shown.dataset.words
      .replace("{shown}", written(visible.length))
      .replace("{total}", written(rows.length));
    const matches = this.matcher();
    const kept = visible.some((row) => !matches(row));
    if (this.shown.firstElementChild?.textContent === words && this.hasKept === kept) return;
    this.hasKept = kept;
    const said = Object.assign(document.createElement("span"), { textContent: words });
    const all = Object.assign(document.createElement("a"), { href: this.desk.base, textContent: this.shown.dataset.all });
    all.dataset.showAll = "";
    this.shown.replaceChildren(said, " ", all);
    if (!kept) return;
    const again = Object.assign(document.createElement("button"), { type: "button", className: "button plain small" });
    again.textContent = this.shown.dataset.again;
    again.title = this.shown.dataset.why;
    again.dataset.filterAgain = "";
    this.shown.append(" ", again);
  }

  #clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("[data-filter-again]")) this.apply();
    if (!event.target.closest("[data-show-all]")) return;
    event.preventDefault();
    this.clear();
  }

  #back() {
    this.desk.rows.focus(this.desk.rows.nearest());
  }
}
