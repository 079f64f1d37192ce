// Where the reader is among the sentences. One row can be reached with Tab; the arrow keys move it.

import { t } from "../words.js";

const UNREVIEWED = new Set(["pending", "machine", "flagged"]);

/** The row element in a fragment that the server sent, not yet in the page. */
export function rowIn(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("[data-segment]:not([hx-swap-oob])");
}

/** Take over from a row that the server sent which other sentences its text stands for. */
export function showTogether(row, stored) {
  const [shown, fresh] = [row, stored].map((each) => each.querySelector(".together"));
  shown?.remove();
  if (fresh) row.querySelector(".mark").after(fresh);
}

export class Rows {
  constructor(root) {
    this.root = root;
    this.position = null;
    this.kept = new Set();
    this.isWanted = null;
    root.addEventListener("focusin", (event) => {
      const row = event.target.closest("[data-segment]");
      if (row) this.mark(row);
    });
    document.addEventListener("htmx:load", (event) => this.adopt(event.target));
    this.adopt(root);
    this.mark(this.fromAddress() ?? this.all()[0]);
  }

  all() {
    return [...this.root.querySelectorAll("[data-segment]")];
  }

  /** Those that no filter hides. */
  shown() {
    return this.all().filter((row) => !row.hidden);
  }

  /**
   * Show the rows that match; null for all. They stay, whatever becomes of them, until this is called again: nothing
   * goes away under somebody's hands. A row that comes to match meanwhile is shown.
   */
  filter(isWanted) {
    this.isWanted = isWanted;
    this.kept.clear();
    for (const row of this.all()) {
      row.hidden = isWanted !== null && !isWanted(row);
      if (!row.hidden) this.kept.add(row.dataset.segment);
    }
    if (this.current()?.hidden) this.mark(this.nearest()); // Tab leads to it
  }

  /** What to say when `nextUnreviewed` finds none. */
  get nothingLeft() {
    return this.isWanted ? t("Every sentence that is shown is reviewed.") : t("Every sentence is reviewed.");
  }

  /** The current row, or the next one after it that is shown. */
  nearest() {
    const rows = this.shown();
    return rows.find((row) => Number(row.dataset.segment) >= this.position) ?? rows.at(-1) ?? null;
  }

  at(position) {
    return document.getElementById(`segment-${position}`);
  }

  /** Where a sentence can be corrected: in its own row, or in that of the one it is translated together with. */
  headOf(row) {
    return row.dataset.merged ? (this.at(row.dataset.merged) ?? row) : row;
  }

  current() {
    return this.at(this.position);
  }

  fromAddress() {
    const id = location.hash.slice(1);
    return id.startsWith("segment-") ? document.getElementById(id) : null;
  }

  /** With the keyboard at hand, Tab leaves the sentences instead of visiting a thousand links. */
  adopt(part) {
    const links = part.matches?.("[data-segment]") ? [part] : [...(part.querySelectorAll?.("[data-segment]") ?? [])];
    for (const row of links) {
      for (const link of row.querySelectorAll(".number, .comment-mark")) link.tabIndex = -1;
      row.tabIndex = row.dataset.segment === String(this.position) ? 0 : -1;
      this.#hide(row);
    }
  }

  mark(row) {
    if (!row) return;
    const previous = this.current();
    if (previous) previous.tabIndex = -1;
    this.position = Number(row.dataset.segment);
    row.tabIndex = 0;
  }

  focus(row) {
    if (!row) return false;
    row.hidden = false; // a link, or an undo, can lead to a sentence that the filter hides
    this.kept.add(row.dataset.segment);
    this.mark(row);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    return true;
  }

  step(by) {
    const rows = this.shown();
    const index = rows.indexOf(this.nearest());
    const inside = rows[index]?.contains(document.activeElement);
    return this.focus(inside ? rows[index + by] : rows[Math.max(index, 0)]);
  }

  /** The next sentence that nobody has reviewed, starting over at the end; null when there is none. */
  nextUnreviewed() {
    const rows = this.shown();
    const index = rows.indexOf(this.current());
    const ordered = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
    return ordered.find((row) => UNREVIEWED.has(row.dataset.state) && !row.dataset.merged) ?? null;
  }

  #hide(row) {
    row.hidden = this.isWanted !== null && !this.kept.has(row.dataset.segment) && !this.isWanted(row);
    if (!row.hidden) this.kept.add(row.dataset.segment);
  }
}
