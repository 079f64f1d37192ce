// How hard both texts are to read: the panel above the sentences, the tints, the open sentence's own panel.

import { load } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { Profile } from "./profile.js";
import { t } from "../words.js";

const OFF = "off";
const SCORES_MS = 1200;
const OTHERS_MS = 8000; // twenty people who save must not make each desk measure the article at each save
const BETWEEN_MS = 5000;
const TEXTSTAT = "textstat-details";

/** Take over from a saved row how hard its sides are to read. */
export function showLevels(row, stored) {
  for (const side of ["source", "target"]) {
    const [shown, saved] = [row, stored].map((each) => each.querySelector(`[data-side=${side}]`));
    if (saved.dataset.level) shown.dataset.level = saved.dataset.level;
    else delete shown.dataset.level;
  }
  row.querySelector(".number").title = stored.querySelector(".number").title;
}

export class Readability {
  constructor(desk) {
    this.desk = desk;
    this.profile = new Profile();
    this.saves = 0;
    this.refreshedAt = 0;
    this.isDue = false;
    this.isAsking = false;
    this.isAskedAgain = false;
    this.#label();
    desk.root.addEventListener("click", (event) => this.#clicked(event));
  }

  get panel() {
    return document.getElementById("scores");
  }

  /** Ask for the panel anew, once, after some quiet. What is open or has the focus in it stays so. */
  refreshIn(wait_ms) {
    clearTimeout(this.timer);
    this.isDue = true;
    this.timer = setTimeout(() => this.#refresh(), wait_ms);
  }

  /** The translation changed, by a save from here or by somebody else: the panel follows, not at every save. */
  moved({ isOthers }) {
    this.panel.dataset.stale = "";
    const wait = Math.max(isOthers ? OTHERS_MS : SCORES_MS, this.refreshedAt + BETWEEN_MS - Date.now());
    if (!this.isDue || !isOthers) this.refreshIn(wait);
  }

  /** A correction was stored: the panel is older than it until it comes anew. */
  saved() {
    this.saves += 1;
    this.panel.dataset.stale = "";
  }

  /** Show beside the open sentence how hard it is. */
  show(position) {
    load(`${this.desk.base}/segments/${position}/readability`, "#reading", "innerHTML");
  }

  toggleTints() {
    const { dataset } = document.documentElement;
    if (dataset.tints === OFF) delete dataset.tints;
    else dataset.tints = OFF;
    try {
      localStorage.setItem("tints", dataset.tints ?? "on");
    } catch {
      // Without storage the choice lasts until the next page.
    }
    this.#label();
    say(dataset.tints === OFF ? t("Hard sentences are not tinted.") : t("Hard sentences are tinted."));
  }

  #label() {
    const isOn = document.documentElement.dataset.tints !== OFF;
    this.panel.querySelector("[data-tints]").setAttribute("aria-pressed", String(isOn));
  }

  /** One at a time: a question that goes out meanwhile would be lost with the panel that the answer replaces. */
  async #refresh() {
    this.isDue = false;
    this.refreshedAt = Date.now();
    this.isAskedAgain = this.isAsking;
    if (this.isAsking) return;
    this.isAsking = true;
    const { saves } = this;
    let hasCome = false;
    try {
      hasCome = await this.#replace();
    } finally {
      this.isAsking = false;
    }
    if (this.saves !== saves) this.panel.dataset.stale = "";
    // Where many people save, the server gives what it counted a moment ago, and says so. One that is away is not asked
    // again: each time there would be one more message that it does not answer.
    else if (hasCome && "stale" in this.panel.dataset && !this.isDue) this.refreshIn(BETWEEN_MS);
    if (this.isAskedAgain) this.#refresh();
  }

  async #replace() {
    const open = [...this.panel.querySelectorAll("details[open]")].map((each) => [each.id, each.querySelector("div")]);
    const scrolled = new Map(open.map(([id, content]) => [id, content.scrollTop]));
    if (!(await load(`${this.desk.base}/readability`, "#scores", "outerHTML settle:0ms"))) return false;
    this.#label();
    for (const [id, content] of open) {
      const details = document.getElementById(id);
      if (!details) continue;
      const fresh = details.querySelector("div");
      // This asks textstat again. What it said last stands there until then, so that the page does not jump twice.
      if (id === TEXTSTAT) fresh.replaceChildren(...content.childNodes);
      details.open = true;
      fresh.scrollTop = scrolled.get(id);
    }
    this.profile.update();
    return true;
  }

  #clicked(event) {
    if (event.target.closest("[data-tints]")) return this.toggleTints();
    const link = event.target.closest("#scores a[href^='#segment-']");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link && isPlain && this.desk.rows.focus(document.querySelector(link.hash))) event.preventDefault();
  }
}
