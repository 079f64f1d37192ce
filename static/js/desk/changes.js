// Follows a translation: a cheap question again and again. Often while a job runs, every second or two while people
// work, seldom when nobody does or nobody looks. It tells the server which sentence is open here, too.

import { applyOutOfBand } from "../htmx-ready.js";
import { released } from "./pointer.js";

const FIRST_MS = 250;
const FIRST_QUESTIONS = 8; // two seconds of a job
const JOB_MS = 1000;
const LIVELY_MS = 1500;
const CALM_MS = 4000;
const SELDOM_MS = 10_000; // still before the server takes this page for gone
const CALM_AFTER_MS = 2 * 60_000;
const SELDOM_AFTER_MS = 10 * 60_000;
const AFTER_SAVE_MS = 300;
const PATIENCE_MS = 20_000;
const LONGEST_AWAY_MS = 30_000;

const newPage = () => crypto.getRandomValues(new Uint32Array(3)).join("-");

export class Changes {
  constructor(desk) {
    this.desk = desk;
    this.since = Number(this.status.dataset.change);
    this.page = newPage();
    this.asked = 0;
    this.failures = 0;
    this.livelyAt = Date.now();
    this.isAsking = false;
    for (const sign of ["keydown", "pointerdown", "focusin"]) {
      desk.root.addEventListener(sign, () => this.#woken(), { passive: true });
    }
    document.addEventListener("visibilitychange", () => !document.hidden && this.#woken(0));
    addEventListener("online", () => this.#woken(0));
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.page = newPage(); // the old one has said goodbye
      this.#woken(0);
    });
    addEventListener("pagehide", () => this.#leave());
    this.#later(FIRST_MS);
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
    this.livelyAt = Date.now();
    this.#later(AFTER_SAVE_MS);
  }

  /** Somebody is at the page again: do not wait for the end of a long pause. While people type, nothing is put off. */
  #woken(wait = AFTER_SAVE_MS) {
    const wasCalm = Date.now() - this.livelyAt > CALM_AFTER_MS;
    this.livelyAt = Date.now();
    if (wait === 0 || wasCalm) this.#later(wait);
  }

  #later(wait = this.#usualWait()) {
    clearTimeout(this.timer);
    if (this.isOld) return;
    this.timer = setTimeout(() => this.ask(), wait);
  }

  #usualWait() {
    if (this.failures) return Math.min(1000 * 2 ** this.failures, LONGEST_AWAY_MS) * (0.75 + Math.random() / 2);
    if (document.hidden) return SELDOM_MS;
    if (this.isActive) return this.asked <= FIRST_QUESTIONS ? FIRST_MS : JOB_MS;
    const quiet = Date.now() - this.livelyAt;
    if (quiet > SELDOM_AFTER_MS) return SELDOM_MS;
    return (quiet > CALM_AFTER_MS ? CALM_MS : LIVELY_MS) * (0.9 + Math.random() / 5); // not all desks at once
  }

  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    this.asked += 1;
    const wasActive = this.isActive;
    try {
      const headers = { "HX-Request": "true" };
      const response = await fetch(this.#address(), { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
      if (response.status === 200) await this.#apply(await response.text());
      this.failures = response.status < 500 ? 0 : this.failures + 1;
    } catch {
      this.failures += 1; // the server is away: it is asked again, less and less often
    } finally {
      this.isAsking = false;
    }
    if (wasActive && !this.isActive && !this.isOld) this.desk.readability.refreshIn(0);
    this.#later();
  }

  #address() {
    const values = { since: this.since, version: this.desk.version, job: this.status.dataset.job };
    const { here } = document.getElementById("presence").dataset;
    const at = document.hidden ? undefined : this.desk.openPosition;
    const asked = new URLSearchParams({ ...values, here, page: this.page });
    if (at) asked.set("at", at);
    return `${this.desk.base}/changes?${asked}`;
  }

  async #apply(html) {
    await released(); // a replaced row would swallow the click that is on its way to it
    const { together, root, rows } = this.desk;
    const focused = document.activeElement?.closest("[data-segment]") ?? null;
    const wasOn = document.activeElement;
    const before = this.since;
    together.expect(html);
    await applyOutOfBand(html);
    // A replaced row takes the focus with it: the reader goes on from the same sentence.
    if (focused && !wasOn.isConnected) rows.at(Number(focused.dataset.segment))?.focus({ preventScroll: true });
    this.isOld = document.getElementById("desk-newer").childElementCount > 0;
    this.since = Number(this.status.dataset.change);
    root.classList.toggle("translating", this.isActive);
    const isOthers = together.arrived();
    if (isOthers) this.livelyAt = Date.now();
    if (this.since !== before && !this.isActive) this.desk.readability.moved({ isOthers });
  }

  /** So that the others do not see a sentence as taken that is not. */
  #leave() {
    const body = new URLSearchParams({ page: this.page, csrf_token: this.desk.token });
    navigator.sendBeacon(`${this.desk.base}/presence/leave`, body);
  }
}
