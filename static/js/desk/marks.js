// Marks hits in the sentences without touching their text: a mark in the page would move the caret's place.

const canHighlight = "highlights" in CSS;

export class Marks {
  constructor(rows) {
    this.rows = rows;
    this.hits = [];
    this.#unwrap();
  }

  /** @param places as the server writes them: "3:target:0-4 …", offsets in UTF-16 */
  take(places) {
    this.hits = places
      .split(" ")
      .filter(Boolean)
      .map((place) => {
        const [position, side, span] = place.split(":");
        const [start, end] = span.split("-").map(Number);
        return { position: Number(position), side, start, end };
      });
    this.#show("found", this.hits);
    this.showCurrent(null);
    for (const row of this.rows.root.querySelectorAll(".has-hit")) row.classList.remove("has-hit");
    if (!canHighlight) for (const hit of this.hits) this.rows.at(hit.position)?.classList.add("has-hit");
  }

  showCurrent(hit) {
    this.#show("found-now", hit ? [hit] : []);
    this.rows.root.querySelector(".found-now")?.classList.remove("found-now");
    if (hit) this.rows.at(hit.position)?.classList.add("found-now");
  }

  #show(name, hits) {
    if (!canHighlight) return;
    const ranges = hits.map((hit) => this.#range(hit)).filter(Boolean);
    const highlight = new Highlight(...ranges);
    highlight.priority = name === "found-now" ? 1 : 0;
    CSS.highlights.set(name, highlight);
  }

  #range({ position, side, start, end }) {
    const cell = this.rows.at(position)?.querySelector(`:scope > [data-side=${side}]`);
    if (!cell || cell.querySelector("textarea")) return null; // a text box has no places to mark
    const range = new Range();
    let passed = 0;
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.data;
      if (start >= passed && start <= passed + length) range.setStart(node, start - passed);
      if (end >= passed && end <= passed + length) {
        range.setEnd(node, end - passed);
        return range.collapsed ? null : range;
      }
      passed += length;
    }
    return null; // the sentence says something else by now
  }

  /** The server's own marks are for pages without scripts. */
  #unwrap() {
    if (!canHighlight) return;
    for (const mark of this.rows.root.querySelectorAll("mark.hit")) {
      const parent = mark.parentElement;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }
}
