// What the open sentence can do besides typing: copy the source, insert what is missing, merge and split.

import { applyOutOfBand } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { post } from "./posting.js";
import { insertTerm } from "./terms.js";
import { putText } from "./text.js";
import { t } from "../words.js";

const isInWord = (character) => /[\p{L}\p{N}]/u.test(character ?? "");

export class Tools {
  constructor(desk) {
    this.desk = desk;
    desk.keys.whileTyping({
      "Alt+KeyS": (editor) => this.copySource(editor),
      "Alt+KeyG": (editor) => insertTerm(editor.form, editor.box),
      "Alt+KeyN": (editor) => this.insertMissing(editor),
      "Alt+KeyM": (editor) => this.merge(editor),
      "Alt+Shift+KeyM": (editor) => this.split(editor),
    });
    const root = desk.rows.root;
    // The text box keeps the focus and the caret: where to insert, and where to split.
    root.addEventListener("mousedown", (event) => event.target.closest(".more-list button") && event.preventDefault());
    root.addEventListener("click", (event) => this.#clicked(event));
    root.addEventListener("keydown", (event) => this.#pressed(event));
    document.addEventListener("click", (event) => this.#closeMenus(event.target));
    root.addEventListener("focusin", (event) => this.#closeMenus(event.target));
  }

  /** Put the source into the editor, in the place of what stands there: Ctrl+Z takes it back. */
  copySource(editor) {
    const together = editor.row.querySelector(".together");
    const source = together?.dataset.source ?? editor.row.querySelector("[data-side=source]").textContent;
    putText(editor.box, source, { whole: true });
  }

  /** Insert the first number, address or the like of the source that the text does not have. */
  async insertMissing(editor) {
    await this.desk.undo.alone(async () => {
      const url = `${editor.form.action}/missing`;
      const { response, html } = await post(this.desk, url, { text: editor.box.value, key: editor.key });
      if (!response.ok) return applyOutOfBand(html);
      const item = partsOf(html)[0];
      if (item === undefined) return say(t("No number, date or address of the source is missing."));
      const { box } = editor;
      const before = isInWord(box.value[box.selectionStart - 1]) ? " " : "";
      const after = isInWord(box.value[box.selectionEnd]) ? " " : "";
      putText(box, before + item + after);
    });
  }

  merge(editor) {
    const joint = editor.box.value.trimEnd().length;
    return this.#reshape(editor, "merge", t("Merged"), {}, joint);
  }

  split(editor) {
    const before = editor.box.value.slice(0, editor.box.selectionStart);
    return this.#reshape(editor, "split", t("Split"), { before });
  }

  async #reshape(editor, name, words, values, caret = null) {
    await this.desk.undo.alone(async () => {
      if (!(await editor.saver.flush())) return;
      const facts = { version: editor.saver.version, key: editor.key, ...values };
      const url = `${editor.form.action}/${name}`;
      await this.desk.undo.change(editor, url, facts, (html) => editor.adopt(html, words, caret));
    });
  }

  #clicked(event) {
    const button = event.target.closest("[data-copy], [data-next-item], [data-merge], [data-split]");
    const editor = button && button.matches(".more-list *") && this.desk.editorAround(button);
    if (!editor) return;
    event.preventDefault();
    button.closest("details").open = false;
    editor.box.focus();
    const { dataset } = button;
    if ("copy" in dataset) this.copySource(editor);
    else if ("nextItem" in dataset) this.insertMissing(editor);
    else if ("merge" in dataset) this.merge(editor);
    else this.split(editor);
  }

  /** Escape closes an open menu first, the sentence after that. */
  #pressed(event) {
    const menu = event.key === "Escape" && event.target.closest("details.more[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  }

  #closeMenus(target) {
    for (const menu of this.desk.rows.root.querySelectorAll("details.more[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
  }
}

function partsOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.querySelectorAll("[data-insert-item]")].map((each) => each.dataset.insertItem);
}

