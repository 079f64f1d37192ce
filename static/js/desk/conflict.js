// Somebody else has saved the sentence that is open here: said at once, and both texts to choose from when a save
// came too late. The server merges; nothing is stored before somebody chooses.

import { say } from "../toasts.js";
import { putText } from "./text.js";
import { t } from "../words.js";

export class Conflict {
  constructor(editor) {
    this.editor = editor;
    this.text = null; // of mine, as it is in the merge that is shown
    const { form } = editor;
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-resolve]");
      if (button) event.preventDefault();
      if (button) this.take(button.dataset.resolve);
      else if (event.target.closest("[data-see]")) editor.saver.askAgain();
    });
    // A press must not take the focus: a lost focus would close the sentence in browsers that do not focus buttons.
    form.addEventListener("mousedown", (event) => event.target.closest("[data-resolve], [data-see]") && event.preventDefault());
  }

  get shown() {
    return this.editor.hasConflict ? this.editor.notices.querySelector("[data-conflict]") : null;
  }

  /** Show two texts and their merge. One that says the same as what is there stays, with what was chosen in it. */
  show(html, text) {
    this.text = text;
    this.#dropNote();
    const template = document.createElement("template");
    template.innerHTML = html;
    const old = this.editor.notices.querySelector("[data-conflict]");
    const fresh = template.content.querySelector("[data-conflict]");
    if (old && same(old, fresh)) return;
    this.editor.notices.replaceChildren(template.content);
    this.editor.notices.scrollIntoView({ block: "nearest" });
  }

  /** Say at once that the text below has changed; what is typed here stays. */
  announce(words) {
    if (this.shown || this.note) return;
    this.note = document.createElement("p");
    this.note.className = "elsewhere";
    this.note.setAttribute("role", "status");
    this.note.lang = document.documentElement.lang;
    this.note.dir = "ltr";
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button small", textContent: t("See") });
    button.dataset.see = "";
    this.editor.notices.before(this.note);
    this.note.append(`${words} `, button);
  }

  clear() {
    this.#dropNote();
    this.text = null;
  }

  /** Take "mine", "theirs" or the "merge"; say whether there was something to choose. */
  take(what) {
    if (!this.shown) return false;
    if (what === "theirs") this.#takeTheirs();
    else if (what === "mine") this.#store();
    else this.#takeMerge();
    return true;
  }

  #store(text) {
    const { editor } = this;
    const { version } = this.shown.dataset;
    editor.box.focus(); // before its buttons go: a lost focus would close the sentence
    editor.notices.replaceChildren();
    editor.saver.resolve(version);
    if (text !== undefined) putText(editor.box, text, { whole: true });
    editor.saver.isAsked = true; // my text may be what I began with: it is stored over theirs all the same
    editor.saver.flush();
  }

  /** Mine is not stored anywhere then: it can be put back as long as the page is open. */
  async #takeTheirs() {
    const { desk, position, box, key } = this.editor;
    const mine = box.value;
    const isUnchanged = !this.shown.querySelector("[data-mine]");
    await desk.discard(this.editor);
    if (isUnchanged) return;
    const toast = say(t("Sentence {position}: their text stays. Yours is kept until you close this message.", { position }), { tone: "warn" });
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button small", textContent: t("Put mine back") });
    button.addEventListener("click", async () => {
      toast.remove();
      const row = desk.rows.at(position);
      if (row?.dataset.key !== key) return say(t("That sentence is not there any more. Your text was: “{mine}”", { mine }), { tone: "warn" });
      await desk.open(row);
      const editor = desk.editors.get(position);
      if (editor) putText(editor.box, mine, { whole: true });
    });
    toast.querySelector("div").after(button);
  }

  async #takeMerge() {
    // What was typed since is not in the merge that is shown: a fresh one first.
    if (this.editor.box.value !== this.text) await this.editor.saver.askAgain();
    const merge = this.shown?.querySelector("[data-merge]");
    if (!merge) return;
    const open = [...merge.querySelectorAll(".choice")].find((choice) => !choice.querySelector("input:checked"));
    if (open) {
      open.querySelector("input").focus();
      return;
    }
    const pieces = [...merge.querySelectorAll("[data-piece], .choice input:checked")];
    this.#store(pieces.map((piece) => piece.value ?? piece.textContent).join(""));
  }

  #dropNote() {
    this.note?.remove();
    this.note = null;
  }
}

/** Whether two notices say the same; what is typed here makes them differ. */
function same(old, fresh) {
  return old.dataset.version === fresh.dataset.version && old.textContent === fresh.textContent;
}
