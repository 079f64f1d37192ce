// Undo and redo over saves: of the open sentence, and of one's own last change from anywhere on the desk.

import { applyOutOfBand, htmxReady } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { post } from "./posting.js";
import { rowIn } from "./rows.js";
import { t } from "../words.js";

export class Undo {
  constructor(desk) {
    this.desk = desk;
    this.isBusy = false;
    desk.keys.whileTyping({
      "Alt+KeyZ": (editor) => this.step(editor, "undo"),
      "Alt+Shift+KeyZ": (editor) => this.step(editor, "redo"),
    });
    desk.keys.whileMoving({ u: () => this.mine("undo"), U: () => this.mine("redo") });
    desk.rows.root.addEventListener("mousedown", (event) => event.target.closest("[data-step]") && event.preventDefault());
    desk.rows.root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      const editor = button && desk.editorAround(button);
      if (!editor) return;
      event.preventDefault();
      this.step(editor, button.dataset.step);
    });
  }

  /** Undo the last save of an open sentence, or redo it. What is typed is saved before: redo brings it back. */
  async step(editor, name) {
    await this.alone(async () => {
      if (!(await editor.saver.flush())) return;
      const facts = { version: editor.saver.version, key: editor.key };
      const words = wordsOf(name);
      await this.change(editor, `${editor.form.action}/${name}`, facts, (html) => editor.adopt(html, words));
    });
  }

  /** Send what changes the open sentence, and take the answer over. Saves, and news of this very change, wait for it. */
  async change(editor, url, facts, adopt) {
    const { saver } = editor;
    editor.box.readOnly = true; // what is typed into a text that is about to be replaced would be lost
    saver.running = (async () => {
      const { response, html } = await post(this.desk, url, facts);
      if (response.ok) await adopt(html);
      else await this.refused(editor, response, html);
      return !saver.isDirty;
    })();
    try {
      await saver.running;
    } finally {
      saver.running = null;
      editor.box.readOnly = false;
    }
  }

  /** Say why nothing was done; if somebody else saved the sentence meanwhile, show it as it stands. */
  async refused(editor, response, html) {
    if (html.includes("hx-swap-oob")) return applyOutOfBand(html);
    say(wordsIn(html), { tone: response.status === 409 ? "warn" : "" });
    if (response.status === 409) await this.desk.reopen(editor);
  }

  /** Undo one's own last change in this translation, and go there. */
  async mine(name) {
    await this.alone(async () => {
      const { response, html } = await post(this.desk, `${this.desk.base}/${name}`, {});
      if (response.status === 204) return say(name === "undo" ? t("Nothing of yours to undo.") : t("Nothing of yours to redo."));
      if (!response.ok) return applyOutOfBand(html);
      await this.show(html, wordsOf(name));
    });
  }

  /** Show a sentence that the server changed, and go there. */
  async show(html, words) {
    const { desk } = this;
    const stored = rowIn(html);
    const editor = desk.editors.get(Number(stored.dataset.segment));
    if (editor) await editor.adopt(html, words);
    else {
      desk.rows.at(Number(stored.dataset.segment))?.replaceWith(stored);
      (await htmxReady).process(stored);
      desk.rows.adopt(stored);
      await applyOutOfBand(html);
      desk.readability.saved();
      desk.changes.askSoon();
      desk.rows.focus(stored);
    }
    say(wordsIn(html, "[data-undone]"));
  }

  /** One at a time: a key that is held down must not overtake itself. */
  async alone(work) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch {
      say(t("The server does not answer. Nothing was changed; try again."), { tone: "block" });
    } finally {
      this.isBusy = false;
    }
  }
}

const wordsOf = (name) => (name === "undo" ? t("Undone") : t("Redone"));

/** Take over from an answer whether the sentence has something to undo and to redo. */
export function showSteps(form, html) {
  const steps = partOf(html, "[data-steps]");
  if (!steps) return;
  for (const name of ["undo", "redo"]) {
    const button = form.querySelector(`[data-step=${name}]`);
    if (button) button.disabled = !(name in steps.dataset);
  }
}

/** The words of an answer that are for the reader. */
export const wordsIn = (html, selector = "p") => partOf(html, selector)?.textContent.trim() ?? "";

function partOf(html, selector) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector(selector);
}
