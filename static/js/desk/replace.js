// Replacing in the whole translation: a preview in a dialog, then one write, with the way back in a message.

import { applyOutOfBand } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { t } from "../words.js";
import { nameOf } from "./keys.js";

const PATIENCE_MS = 20000;

export class Replace {
  constructor(desk, find) {
    this.desk = desk;
    this.find = find;
    this.line = document.getElementById("find-replace");
    this.dialog = document.getElementById("replace-preview");
    this.button = find.root.querySelector("[data-open-replace]");
    this.button.addEventListener("click", () => this.#show(this.line.classList.contains("closed")));
    this.dialog.addEventListener("click", (event) => this.#clicked(event));
    this.dialog.addEventListener("change", (event) => this.#ticked(event.target));
    this.dialog.addEventListener("submit", (event) => this.#submit(event));
    this.dialog.addEventListener("close", () => this.find.box.focus());
    document.getElementById("toasts").addEventListener("submit", (event) => this.#undo(event));
    desk.keys.whileTyping({ "Alt+KeyR": () => this.open() });
    desk.keys.whileMoving({ "Alt+KeyR": () => this.open() });
    find.root.addEventListener("keydown", (event) => this.#pressed(event));
  }

  get #values() {
    const values = new URLSearchParams(new FormData(this.find.form));
    if (!values.has("with")) values.set("with", "");
    return values;
  }

  open() {
    this.find.open();
    this.#show(true);
  }

  /** Show what would change. What is typed in open sentences is saved before, so that it is replaced in as well. */
  async preview() {
    if (!this.find.box.value) return this.find.box.focus();
    await this.#alone(async () => {
      if (!(await this.#flush())) return;
      const { html } = await this.#send(`${this.desk.base}/replace?${this.#values}`);
      if (html.includes("hx-swap-oob")) return applyOutOfBand(html);
      this.dialog.innerHTML = html;
      if (!this.dialog.open) this.dialog.showModal();
      (this.dialog.querySelector("button.main") ?? this.dialog.querySelector("[data-close-preview]")).focus();
    });
  }

  #show(isOpen) {
    this.line.classList.toggle("closed", !isOpen);
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && this.find.box.value) this.find.form.elements.with.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target));
    await this.#alone(async () => {
      if (!(await this.#flush())) return;
      const done = await this.#send(event.target.action, { method: "POST", body });
      this.dialog.close();
      await this.#takeOver(done.html);
    });
  }

  async #undo(event) {
    if (!event.target.matches("[data-undo-replace]")) return;
    event.preventDefault();
    await this.#alone(async () => {
      if (!(await this.#flush())) return;
      const { html } = await this.#send(event.target.action, { method: "POST", body: new URLSearchParams() });
      event.target.closest(".toast").remove();
      await this.#takeOver(html);
    });
  }

  /** Put the rows into the page. An open sentence keeps its box, so it comes anew if it has other words now. */
  async #takeOver(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const changed = new Set([...template.content.querySelectorAll("[data-segment]")].map((row) => row.dataset.segment));
    await applyOutOfBand(html);
    for (const editor of [...this.desk.editors.values()]) {
      if (changed.has(String(editor.position)) && !editor.saver.isDirty) await this.desk.reopen(editor);
    }
    this.desk.readability.saved();
    this.desk.changes.askSoon();
    this.find.ask();
  }

  /** Save what is typed; false where something has to be decided first. */
  async #flush() {
    const editors = [...this.desk.editors.values()];
    const saved = await Promise.all(editors.map((editor) => editor.saver.flush()));
    const waiting = editors.find((_, index) => !saved[index]);
    if (waiting) say(t("Sentence {position} is not saved yet. Nothing was replaced.", { position: waiting.position }), { tone: "warn" });
    return !waiting;
  }

  async #send(url, options = {}) {
    const headers = { "HX-Request": "true", "X-CSRFToken": this.desk.token };
    const response = await fetch(url, { ...options, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { response, html: await response.text() };
  }

  /** One at a time, and a lost connection is said. */
  async #alone(work) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
      say(t("The server does not answer. Nothing was replaced; try again."), { tone: "block" });
    } finally {
      this.isBusy = false;
    }
  }

  /** In the find bar somebody types, and no sentence is open: the desk's own keys are not for it. */
  #pressed(event) {
    if (this.dialog.open || nameOf(event) !== "Alt+KeyR") return;
    event.preventDefault();
    this.open();
  }

  #clicked(event) {
    if (!event.target.closest("[data-close-preview]")) return;
    event.preventDefault();
    this.dialog.close();
  }

  #ticked(box) {
    const boxes = [...this.dialog.querySelectorAll("[name=sentence]:enabled")];
    const all = this.dialog.querySelector("[data-all]");
    if (box === all) for (const each of boxes) each.checked = all.checked;
    const count = boxes.filter((each) => each.checked).length;
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
    this.dialog.querySelector("button.main").disabled = count === 0;
  }
}
