// Follows a translation while it runs: a cheap question, often at first, then once a second.

import { applyOutOfBand } from "../htmx-ready.js";

const FIRST_MS = 250;
const FIRST_QUESTIONS = 8; // two seconds
const THEN_MS = 1000;
const HIDDEN_MS = 5000;
const AFTER_SAVE_MS = 300;
const SCORES_MS = 1200;

export class Changes {
  constructor(desk) {
    this.desk = desk;
    this.since = Number(this.status.dataset.change);
    this.asked = 0;
    this.isAsking = false;
    document.addEventListener("visibilitychange", () => !document.hidden && this.isActive && this.ask());
    if (this.isActive) this.#later();
  }

  get status() {
    return document.getElementById("desk-status");
  }

  /** Not on a page of an older version of the article: what is new there belongs to other places. */
  get isActive() {
    return !this.isOld && "active" in this.status.dataset;
  }

  /** A save moves counts, repeats and scores: ask once when the typing rests. */
  askSoon() {
    if (!this.isActive && !this.isOld) this.#later(AFTER_SAVE_MS);
  }

  #later(wait) {
    clearTimeout(this.timer);
    this.asked += 1;
    const usual = document.hidden ? HIDDEN_MS : this.asked <= FIRST_QUESTIONS ? FIRST_MS : THEN_MS;
    this.timer = setTimeout(() => this.ask(), wait ?? usual);
  }

  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const wasActive = this.isActive;
    try {
      const url = `${this.desk.base}/changes?since=${this.since}&version=${this.desk.version}`;
      const response = await fetch(url, { headers: { "HX-Request": "true" } });
      if (response.status === 200) await this.#apply(await response.text());
    } catch {
      // The server is away: the next question may reach it.
    } finally {
      this.isAsking = false;
    }
    if (this.isActive) this.#later();
    else if (!this.isOld) this.desk.readability.refreshIn(wasActive ? 0 : SCORES_MS);
  }

  async #apply(html) {
    await applyOutOfBand(html);
    this.isOld = document.getElementById("desk-newer").childElementCount > 0;
    this.since = Number(this.status.dataset.change);
    this.desk.root.classList.toggle("translating", this.isActive);
  }
}
