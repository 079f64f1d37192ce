// The comments on the open sentence, beside it: C, or Alt+C while typing. What is typed is kept in this browser until
// the server has it.

import { load } from "../htmx-ready.js";
import { t, tn } from "../words.js";

const KEPT = "comment:";

export class Comments {
  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById("comments");
    this.panel.tabIndex = -1;
    this.position = null;
    this.loading = Promise.resolve(false);
    desk.keys.whileMoving({ c: (row) => this.open(row ?? desk.rows.current()) });
    desk.keys.whileTyping({ "Alt+KeyC": () => this.#focus() });
    // Before the desk takes the click for one on the row.
    desk.rows.root.addEventListener("click", (event) => this.#clicked(event), { capture: true });
    this.panel.addEventListener("keydown", (event) => this.#pressed(event));
    this.panel.addEventListener("input", (event) => this.#keep(event.target));
    document.addEventListener("htmx:beforeSwap", ({ detail }) => {
      if (detail.target === this.panel) this.place = this.#focused();
    });
    document.addEventListener("htmx:beforeRequest", (event) => this.#asks(event));
    document.addEventListener("htmx:afterRequest", (event) => this.#answered(event));
    document.addEventListener("htmx:oobBeforeSwap", (event) => this.#changedElsewhere(event.detail));
    this.#markUnsent();
  }

  /** Open a row, and the box to comment on it. */
  async open(row) {
    if (!row) return;
    await this.desk.open(row);
    this.#focus();
  }

  /** Show what is said of an open sentence. */
  show(editor) {
    if (this.#key !== editor.key) this.#begin(editor); // nobody answers what was said of another sentence
    this.position = editor.position;
    this.loading = this.#load(editor);
  }

  async #load(editor) {
    const url = `${this.desk.base}/segments/${editor.position}/comments?key=${editor.key}`;
    if (!(await load(url, this.panel, "innerHTML"))) return false; // a message says so
    if (this.position !== editor.position) return false;
    this.#putBack();
    return true;
  }

  get #key() {
    return this.panel.querySelector("[data-key]")?.dataset.key;
  }

  #kept(box) {
    return `${KEPT}${this.desk.base}/${this.#key}/${box.dataset.draft}`;
  }

  #focus() {
    const box = document.getElementById("comment-new");
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "nearest" });
    return Boolean(box);
  }

  /** A box to type in at once: what is typed before the comments are here goes into the one that comes with them. */
  #begin(editor) {
    const make = (tag, facts) => Object.assign(document.createElement(tag), facts);
    const box = make("textarea", { id: "comment-new", className: "input", rows: 1, placeholder: " ", ariaLabel: t("Comment") });
    box.dataset.draft = "new";
    const comments = make("div", { className: "comments" });
    comments.dataset.key = editor.key;
    const form = make("form", { className: "say" });
    form.append(box);
    comments.append(form);
    this.panel.replaceChildren(make("h2", { className: "panel-title", textContent: t("Comments") }), comments);
    this.panel.hidden = false;
    this.#putBack();
  }

  async #send({ id }) {
    await this.loading;
    const form = document.getElementById(id)?.form;
    if (form?.hasAttribute("hx-post")) form.requestSubmit();
    else if (this.desk.beside.editor) this.show(this.desk.beside.editor); // the comments never came: ask again
  }

  #clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return;
    const mark = event.target.closest(".comment-mark");
    if (!mark) return;
    event.preventDefault();
    event.stopPropagation();
    this.open(mark.closest("[data-segment]"));
  }

  #pressed(event) {
    if (event.isComposing || !event.target.matches("[data-draft]")) return;
    if (event.key === "Escape") this.desk.beside.editor?.box.focus();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#send(event.target);
    else return;
    event.preventDefault(); // the keys of the sentence mean something else
  }

  #keep(box) {
    if (!box.matches("[data-draft]")) return;
    try {
      if (box.value.trim()) localStorage.setItem(this.#kept(box), box.value);
      else localStorage.removeItem(this.#kept(box));
    } catch {
      // Storage is full or forbidden: the comment is in its box only.
    }
  }

  /** Where somebody types in the panel, before it is replaced. */
  #focused() {
    const { activeElement } = document;
    if (!this.panel.contains(activeElement) || !activeElement.id) return null;
    const { top, bottom } = activeElement.getBoundingClientRect();
    const isSeen = bottom > 0 && top < innerHeight;
    return { id: activeElement.id, caret: activeElement.selectionStart, isSeen };
  }

  /** What was typed and not stored, and where: an answer of the server never has it. */
  #putBack() {
    for (const box of this.panel.querySelectorAll("[data-draft]")) {
      const kept = read(this.#kept(box));
      if (!kept || box.value) continue;
      box.value = kept;
      box.closest("details")?.setAttribute("open", "");
      box.closest("details.resolved")?.setAttribute("open", "");
    }
    const box = this.place && document.getElementById(this.place.id);
    if (box) {
      box.focus({ preventScroll: true });
      if (this.place.isSeen) box.scrollIntoView({ block: "nearest" }); // what came above pushed it down
      box.setSelectionRange?.(this.place.caret, this.place.caret);
    }
    this.place = null;
  }

  #asks({ detail }) {
    if (!this.#isOurs(detail)) return;
    this.isAsking = true;
    const box = detail.elt.querySelector?.("[data-draft]");
    this.sent = box && { kept: this.#kept(box), text: box.value };
    // A pressed button goes with the answer; a lost focus would close the sentence.
    if (this.panel.contains(document.activeElement) && !document.activeElement.id) this.panel.focus({ preventScroll: true });
  }

  #answered({ detail }) {
    if (!this.#isOurs(detail)) return;
    const status = detail.xhr?.status ?? 0;
    this.isAsking = false;
    if (status < 200 || status >= 400) {
      const state = this.panel.querySelector(".comments-state");
      if (state && (!status || status >= 500)) state.textContent = t("Not sent: the server does not answer. Kept in this browser.");
      return;
    }
    if (this.sent && read(this.sent.kept) === this.sent.text) localStorage.removeItem(this.sent.kept);
    this.sent = null;
    detail.elt.closest?.(".toast")?.remove();
    const editor = this.desk.beside.editor;
    if (editor && this.#key !== editor.key) return this.show(editor); // undone from a message, about another sentence
    this.#putBack();
    this.#showCount();
  }

  #isOurs({ target, requestConfig }) {
    return target === this.panel && requestConfig?.verb === "post";
  }

  /** The row of the open sentence is never replaced: its mark is brought up to date here. */
  #showCount() {
    const editor = this.desk.editors.get(this.position);
    const number = this.panel.querySelector("[data-open]")?.dataset.open;
    if (!editor || number === undefined) return;
    editor.closed = null; // the row that came with the last save does not know of it
    const mark = editor.row.querySelector(".comment-mark");
    if (number === "0") {
      delete editor.row.dataset.comments;
      mark?.remove();
      return;
    }
    editor.row.dataset.comments = number;
    if (mark) mark.replaceWith(this.#mark(number));
    else editor.row.querySelector(".number").after(this.#mark(number));
  }

  #mark(number) {
    const mark = Object.assign(document.createElement("a"), { className: "comment-mark", tabIndex: -1, textContent: number });
    mark.title = tn("{n} open comment", "{n} open comments", Number(number));
    const words = tn("open comment", "open comments", Number(number));
    mark.href = `${this.desk.base}/segments/${this.position}/comments`;
    mark.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: ` ${words}` }));
    return mark;
  }

  /** Somebody else said something about the open sentence: a change of its row that is no new text. */
  async #changedElsewhere({ target, fragment }) {
    if (this.isAsking || Number(target.dataset?.segment) !== this.position) return;
    const editor = this.desk.editors.get(this.position);
    const row = fragment.querySelector("[data-segment]");
    if (!editor || !row || row.dataset.version !== editor.row.dataset.version) return;
    if (await this.#load(editor)) this.#showCount();
  }

  /** After a reload: sentences with a comment that was not sent are marked; opened, they have it again. */
  #markUnsent() {
    const prefix = `${KEPT}${this.desk.base}/`;
    const keys = new Set(names().filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length).split("/")[0]));
    if (keys.size) for (const row of this.desk.rows.all()) if (keys.has(row.dataset.key)) row.classList.add("unsaved");
  }
}

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
