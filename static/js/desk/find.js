// The find bar: looks while one types, marks the hits, goes from one to the next.

import { Filters } from "./filters.js";
import { Marks } from "./marks.js";
import { Replace } from "./replace.js";
import { written } from "../words.js";

const PAUSE_MS = 250;
const AFTER_SAVE_MS = 600;

export class Find {
  constructor(desk) {
    this.desk = desk;
    this.root = document.getElementById("find");
    this.form = document.getElementById("find-form");
    this.bar = document.getElementById("find-words");
    this.box = this.form.elements.q;
    this.found = document.getElementById("found");
    this.button = this.root.querySelector("[data-open-find]");
    this.marks = new Marks(desk.rows);
    this.current = -1;
    this.asked = 0;
    this.#take();
    this.filters = new Filters(desk, this);
    this.replace = new Replace(desk, this);
    this.makeRoom();
    this.#listen();
    desk.keys.whileMoving({ "/": () => this.open() });
  }

  get isOpen() {
    return !this.bar.classList.contains("closed");
  }

  get isOnlyHits() {
    return this.isOpen && this.box.value !== "" && this.form.elements.only.checked && !this.error;
  }

  open() {
    this.#show(true);
    this.box.focus();
    this.box.select();
    if (this.box.value) this.ask();
  }

  /** Close the bar, take the marks away, and stand where the last hit was. */
  close() {
    this.#show(false);
    const row = this.desk.rows.nearest();
    this.#take();
    this.filters.apply();
    this.desk.rows.focus(row);
  }

  /** Ask the server where the words stand; the newest question counts. */
  async ask() {
    clearTimeout(this.timer);
    this.isWaiting = false;
    const number = ++this.asked;
    this.writeAddress();
    if (!this.isOpen || !this.box.value) {
      this.found.replaceChildren();
      return this.#taken();
    }
    let html;
    try {
      const response = await fetch(`${this.desk.base}/find?${this.#values()}`, { headers: { "HX-Request": "true" } });
      html = await response.text();
      if (response.status >= 500) throw new Error(response.statusText);
    } catch {
      if (number === this.asked) this.found.textContent = this.found.dataset.offline;
      return;
    }
    if (number !== this.asked) return;
    this.found.innerHTML = html;
    this.#taken();
  }

  /** Go to the next hit (1) or the one before (-1), round and round; to those that are shown only. */
  async go(by) {
    if (this.isWaiting) await this.ask();
    const { hits } = this.marks;
    const seen = hits.filter((hit) => this.desk.rows.at(hit.position)?.hidden === false);
    if (!seen.length) return;
    const last = hits[this.current];
    const place = seen.indexOf(last);
    const next = place >= 0 ? (place + by + seen.length) % seen.length : by > 0 ? this.#first(seen) : seen.length - 1;
    this.current = hits.indexOf(seen[next]);
    const row = this.desk.rows.at(seen[next].position);
    this.desk.rows.mark(row);
    row.scrollIntoView({ block: "center" });
    this.marks.showCurrent(seen[next]);
    this.#sayPlace(next + 1, seen.length);
  }

  /** What is looked for and shown stands in the address, to be shared. */
  writeAddress() {
    const values = new URLSearchParams(location.search);
    for (const element of this.form.elements) values.delete(element.name);
    for (const [name, value] of this.#values()) values.set(name, value);
    const query = values.toString().replaceAll("%2C", ",");
    history.replaceState(history.state, "", this.desk.base + (query ? `?${query}` : "") + location.hash);
  }

  #values() {
    const { elements } = this.form;
    const values = new URLSearchParams();
    for (const name of ["show", "check"]) {
      const ids = this.filters.chosen.filter((box) => box.name === name).map((box) => box.value);
      if (ids.length) values.set(name, ids.join(","));
    }
    if (!this.isOpen || !this.box.value) return values;
    values.set("q", this.box.value);
    if (elements.in.value !== "target") values.set("in", elements.in.value);
    for (const name of ["case", "word", "accents", "regex", "only"]) if (elements[name].checked) values.set(name, "1");
    return values;
  }

  /** The bar is higher while words or filters are open: sentences that are moved to stop below it. */
  makeRoom() {
    this.desk.rows.isUnderBar = this.isOpen || !this.filters.panel.classList.contains("closed");
  }

  #show(isOpen) {
    this.bar.classList.toggle("closed", !isOpen);
    this.makeRoom();
    this.button.setAttribute("aria-expanded", String(isOpen));
  }

  /** Read the hits of an answer, and mark them. */
  #take() {
    const answer = this.isOpen ? this.found.querySelector("[data-hits]") : null;
    this.error = Boolean(answer?.classList.contains("error"));
    if (this.error) this.box.setAttribute("aria-invalid", "true");
    else this.box.removeAttribute("aria-invalid");
    this.words = answer?.textContent ?? "";
    this.marks.take(answer?.dataset.hits ?? "");
    this.positions = new Set(this.marks.hits.map((hit) => String(hit.position)));
    this.current = -1;
  }

  #taken() {
    const only = this.form.elements.only.checked;
    this.#take();
    if (only) this.filters.apply();
  }

  #first(seen) {
    const { position } = this.desk.rows;
    const next = seen.findIndex((hit) => hit.position >= position);
    return Math.max(next, 0);
  }

  #sayPlace(number, count) {
    const answer = this.found.querySelector("[data-hits]");
    if (answer) answer.textContent = `${written(number)} / ${written(count)} · ${this.words.trim()}`;
  }

  #listen() {
    const soon = (wait) => {
      clearTimeout(this.timer);
      this.isWaiting = true;
      this.timer = setTimeout(() => this.ask(), wait);
    };
    this.bar.addEventListener("input", (event) => event.target.name !== "with" && event.target.name !== "keep" && soon(PAUSE_MS));
    this.bar.addEventListener("change", (event) => event.target.name === "only" && this.filters.apply());
    this.bar.addEventListener("keydown", (event) => this.#pressed(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter?.matches("[data-preview]")) this.replace.preview();
    });
    this.root.addEventListener("click", (event) => {
      if (event.target.closest("[data-open-find]")) this.isOpen ? this.close() : this.open();
      else if (event.target.closest("[data-close-find]")) this.close();
      const step = event.target.closest("[data-step-hit]");
      if (step) this.go(Number(step.dataset.stepHit));
    });
    // What was saved, here or elsewhere, may have other words now.
    document.addEventListener("htmx:load", (event) => {
      if (this.isOpen && this.box.value && event.target.matches?.("[data-segment]")) soon(AFTER_SAVE_MS);
    });
  }

  #pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && event.target === this.box) {
      event.preventDefault();
      this.go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.target.name === "with") {
      event.preventDefault();
      this.replace.preview();
    }
  }
}
