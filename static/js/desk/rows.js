// Where the reader is among the sentences. One row can be reached with Tab; the arrow keys move it.

import { t } from "../words.js";

const UNREVIEWED = new Set(["pending", "machine", "flagged"]);
const isLeft = (row) => UNREVIEWED.has(row.dataset.state) && !row.dataset.merged;

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
    this.isUnderBar = false; // the find bar is high: what is moved to stops below it
    // Sentences are numbered through, and stay so until the page is loaded anew: walking asks for the next number, not
    // for thousands of rows at each key.
    const all = this.all();
    this.first = Number(all[0]?.dataset.segment ?? 1);
    this.last = Number(all.at(-1)?.dataset.segment ?? 0);
    root.addEventListener("focusin", (event) => {
      const row = event.target.closest("[data-segment]");
      if (row) this.mark(row);
    });
    document.addEventListener("htmx:load", (event) => this.adopt(event.target));
    this.adopt(root);
    this.mark(this.fromAddress() ?? all[0]);
  }

  all() {
    return [...this.root.querySelectorAll("[data-segment]")];
  }

  /** Rows that no filter hides, one by one from beside a position on: `by` 1 for those below it, -1 for those above. */
  *from(position, by = 1) {
    for (let place = position + by; place >= this.first && place <= this.last; place += by) {
      const row = this.at(place);
      if (row && !row.hidden) yield row;
    }
  }

  /** Those of a kind that no filter hides, from below the current row on, starting over at the end. */
  round(selector) {
    const found = [...this.root.querySelectorAll(`[data-segment]${selector}:not([hidden])`)];
    const start = found.findIndex((row) => Number(row.dataset.segment) > this.position);
    return start < 0 ? found : [...found.slice(start), ...found.slice(0, start)];
  }

  /**
   * Show the rows that match; null for all. They stay, whatever becomes of them, until this is called again: nothing
   * goes away under somebody's hands. A row that comes to match meanwhile is shown.
   */
  filter(isWanted) {
    this.isWanted = isWanted;
    this.kept.clear();
    for (const row of this.all()) {
      const isHidden = isWanted !== null && !isWanted(row);
      if (row.hidden !== isHidden) row.hidden = isHidden; // a written attribute costs, even where it says the same
      if (!isHidden) this.kept.add(row.dataset.segment);
    }
    if (this.current()?.hidden) this.mark(this.nearest()); // Tab leads to it
  }

  /** What to say when `nextUnreviewed` finds none. */
  get nothingLeft() {
    return this.isWanted ? t("Every sentence that is shown is reviewed.") : t("Every sentence is reviewed.");
  }

  /** The current row, or the next one after it that is shown. */
  nearest() {
    const position = this.position ?? this.first;
    return first(this.from(position - 1)) ?? first(this.from(position, -1));
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
    row.classList.toggle("under-bar", this.isUnderBar);
    const previous = this.current();
    if (previous === row && row.tabIndex === 0) return;
    if (previous) previous.tabIndex = -1;
    this.position = Number(row.dataset.segment);
    row.tabIndex = 0;
  }

  focus(row) {
    if (!row) return false;
    if (row.hidden) row.hidden = false; // a link, or an undo, can lead to a sentence that the filter hides
    this.kept.add(row.dataset.segment);
    this.mark(row);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    return true;
  }

  step(by) {
    const row = this.nearest();
    const isInside = row?.contains(document.activeElement);
    return this.focus(isInside ? first(this.from(Number(row.dataset.segment), by)) : row);
  }

  /** The next sentence that nobody has reviewed, starting over at the end; null when there is none. */
  nextUnreviewed() {
    return first(this.from(this.position), isLeft) ?? first(this.from(this.first - 1), isLeft);
  }

  #hide(row) {
    const isHidden = this.isWanted !== null && !this.kept.has(row.dataset.segment) && !this.isWanted(row);
    if (row.hidden !== isHidden) row.hidden = isHidden;
    if (!isHidden) this.kept.add(row.dataset.segment);
  }
}

/** The first row of a walk that is wanted; null when there is none. */
function first(walk, isWanted = () => true) {
  for (const row of walk) if (isWanted(row)) return row;
  return null;
}
