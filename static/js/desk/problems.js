// Where on the desk something was found: counted at its head and beside the download, and visited with P.

import { say } from "../toasts.js";
import { written, t, tn } from "../words.js";

export class Problems {
  constructor(desk) {
    this.desk = desk;
    this.links = document.getElementById("desk-problems");
    this.note = document.getElementById("download-problems");
    this.links.addEventListener("click", (event) => this.#followed(event));
    document.addEventListener("htmx:load", () => this.countSoon());
    desk.keys.whileMoving({ p: () => this.goToNext() });
  }

  /** The next sentence with something blocking or a warning; with a hint only where there is nothing worse. Of those that are shown, like N. */
  goToNext() {
    const { rows } = this.desk;
    const found = rows.round("[data-problem]");
    const next = found.find((row) => ["blocking", "warning"].includes(row.dataset.problem)) ?? found[0];
    return next ? rows.focus(next) : say(rows.isWanted ? t("The checks found nothing in what is shown.") : t("The checks found nothing."));
  }

  #followed(event) {
    const link = event.target.closest("a[data-count]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link && isPlain && this.desk.rows.focus(document.querySelector(link.hash))) event.preventDefault();
  }

  /** Once for all rows that an answer brings. */
  countSoon() {
    this.counting ??= requestAnimationFrame(() => {
      this.counting = null;
      const [blocking, warnings] = ["blocking", "warning"].map((name) => this.#rowsWith(name));
      this.#tell("blocking", blocking, t("blocking"));
      this.#tell("warning", warnings, tn("warning", "warnings", warnings.length));
      const who = tn("{n} sentence should not be published as it is", "{n} sentences should not be published as they are", blocking.length);
      write(this.note, blocking.length ? who : "");
    });
  }

  #tell(name, rows, word) {
    const link = this.links.querySelector(`[data-count=${name}]`);
    link.hidden = !rows.length;
    if (rows.length) link.hash = rows[0].id;
    write(link, `${written(rows.length)} ${word}`);
  }

  #rowsWith(name) {
    return this.desk.rows.root.querySelectorAll(`[data-problem=${name}]`);
  }
}

/** The page is left alone where it says this already. */
function write(element, words) {
  if (element.textContent.trim() !== words) element.textContent = words;
}
