// One open sentence: its text box, its line of state, its conflict if there is one.

import { applyOutOfBand } from "../htmx-ready.js";
import { Conflict } from "./conflict.js";
import { released } from "./pointer.js";
import { showLevels } from "./readability.js";
import { takeFacts } from "./rowfacts.js";
import { rowIn, showTogether } from "./rows.js";
import { Saver } from "./saver.js";
import { showMissing, startTerms } from "./terms.js";
import { putText } from "./text.js";
import { showSteps } from "./undo.js";
import { t } from "../words.js";

const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const WORDS = {
  typing: ["", ""],
  saving: [t("Saving…"), ""],
  saved: [() => t("Saved {time}", { time: clock() }), ""],
  offline: [t("Not saved: the server does not answer. Kept in this browser; trying again."), "bad"],
  refused: [t("Not saved. Kept in this browser."), "bad"],
  conflict: [t("Not saved yet. Your text is kept."), "wait"],
};
// Where the browser's storage is full or forbidden, the text is on this page and nowhere else.
const UNKEPT = {
  offline: [t("Not saved: the server does not answer, and this browser cannot keep it. Leave this page open; trying again."), "bad"],
  refused: [t("Not saved, and this browser cannot keep it. Leave this page open."), "bad"],
  conflict: [t("Not saved yet, and this browser cannot keep it. Leave this page open."), "bad"],
};

export class Editor {
  /** @param row the open row; @param desk { drafts, token, saved(html, position), left(editor) } */
  constructor(row, desk) {
    this.desk = desk;
    this.position = Number(row.dataset.segment);
    this.key = row.dataset.key;
    this.row = row;
    this.isKept = true; // in the browser's storage, as long as the server does not have it
    this.form = row.querySelector("form.editor");
    this.box = this.form.querySelector("textarea");
    this.notices = this.form.querySelector(".notices");
    this.state = this.form.querySelector(".state");
    this.saver = new Saver({
      url: this.form.action,
      token: desk.token,
      text: this.box.value,
      version: this.form.elements.version.value,
      key: this.key,
      report: (state, detail) => this.#show(state, detail),
    });
    this.box.addEventListener("input", () => this.#changed());
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.form.addEventListener("click", (event) => this.#choose(event));
    this.conflict = new Conflict(this);
    startTerms(this.form, this.box);
    row.addEventListener("focusout", (event) => this.left(event));
    this.#offerDraft();
    this.#grow();
  }

  /** Whether leaving the page would lose a text. */
  get isAtRisk() {
    return !this.isKept && this.saver.isDirty;
  }

  get hasConflict() {
    return this.saver.blocked === "conflict";
  }

  #changed() {
    this.#grow();
    this.isKept = this.desk.drafts.keep(this.key, this.box.value, { version: this.saver.version });
    if (!this.hasConflict) this.notices.replaceChildren();
    this.saver.change(this.box.value);
    if (!this.saver.isDirty) this.desk.drafts.drop(this.key);
  }

  /** Put back what a lost connection or a closed tab left behind; the version it was typed over goes with it. */
  #offerDraft() {
    const draft = this.desk.drafts.find(this.key);
    if (!draft || draft.text.trim() === this.box.value.trim()) return this.desk.drafts.drop(this.key);
    this.box.value = draft.text;
    this.saver.version = draft.version;
    this.saver.change(draft.text);
    this.#say(t("Your unsaved text was put back."), "wait");
  }

  #show(state, { html = "", text } = {}) {
    const [words, tone] = (!this.isKept && UNKEPT[state]) || WORDS[state];
    this.#say(typeof words === "function" ? words() : words, tone);
    if (state === "saved") {
      this.closed = html;
      this.desk.drafts.drop(this.key, text);
      const stored = rowIn(html);
      if (stored) this.takeOver(stored, html);
      this.conflict.clear();
      this.desk.saved(html, this);
    } else if (state === "conflict" && html.includes("data-conflict")) {
      this.conflict.show(html, text);
    } else if (state === "conflict" || state === "refused") {
      // A reason that belongs to the text stands below it; any other comes as a message for the page.
      if (html.includes("hx-swap-oob")) applyOutOfBand(html);
      else this.notices.innerHTML = html;
    }
  }

  #say(words, tone) {
    if (this.state.textContent !== words) this.state.textContent = words;
    this.state.dataset.tone = tone;
  }

  /** The row's facts change with a save; its text box is never touched. */
  takeOver(stored, html = "") {
    takeFacts(this.row, stored);
    showLevels(this.row, stored);
    showMissing(this.form, stored);
    showSteps(this.form, html);
    showTogether(this.row, stored);
    this.row.querySelector(".mark").replaceWith(stored.querySelector(".mark"));
    this.saver.version = this.form.elements.version.value = stored.dataset.version;
  }

  /**
   * The server has another text for the sentence now, on the reviewer's own wish: an undo, a merge, a restored version.
   * The browser's own undo begins anew: it would take back half of a merge.
   */
  async adopt(html, words, caret = null) {
    const text = rowIn(html).querySelector("[data-side=target]").textContent;
    this.saver.adopt(text);
    if (this.box.value !== text) {
      this.box.value = text;
      this.box.setSelectionRange(caret ?? text.length, caret ?? text.length);
      this.#grow();
    }
    this.desk.drafts.drop(this.key);
    this.#say(words, "");
    this.closed = html;
    this.takeOver(rowIn(html), html);
    await this.desk.saved(html, this);
  }

  #submit(event) {
    event.preventDefault();
    if (event.submitter?.name === "accept") this.desk.acceptAndNext(this);
    else if (!event.submitter?.dataset.resolve) this.desk.close(this, { focus: true });
  }

  #choose(event) {
    if (event.target.closest("[data-take-former]")) this.takeFormer();
    if (event.target.closest("[data-close]")) {
      event.preventDefault();
      this.desk.close(this, { focus: true });
    }
  }

  /** Put the translation from before the update into the editor, to go on from there; say whether there was one. */
  takeFormer() {
    const former = this.form.querySelector("[data-former]");
    if (former) putText(this.box, former.textContent, { whole: true });
    return Boolean(former);
  }

  /** The focus goes elsewhere: save, and close. */
  async left(event) {
    if (this.desk.beside.holds(this, event.relatedTarget) || !document.hasFocus()) return;
    this.saver.flush();
    await released(); // closing moves the rows below: not while a mouse button is down on one of them
    if (this.desk.editors.get(this.position) === this) this.desk.close(this, { focus: false });
  }

  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.box.style.blockSize = "auto";
    this.box.style.blockSize = `${this.box.scrollHeight}px`;
  }
}
