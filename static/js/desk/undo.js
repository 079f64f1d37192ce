// Undo and redo over saves: of the open sentence, and of one's own last change from anywhere on the desk.

import { applyOutOfBand, htmxReady } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { rowIn } from "./rows.js";

const PATIENCE_MS = 20000;

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
    await this.#alone(async () => {
      if (!(await editor.saver.flush())) return;
      const { response, html } = await this.#post(`${editor.form.action}/${name}`, {
        version: editor.saver.version,
        key: editor.key,
      });
      if (response.ok) await editor.adopt(html, name === "undo" ? "Undone" : "Redone");
      else if (response.status === 409) {
        say(wordsIn(html), { tone: "warn" });
        await this.desk.reopen(editor);
      } else if (html.includes("hx-swap-oob")) await applyOutOfBand(html);
      else say(wordsIn(html));
    });
  }

  /** Undo one's own last change in this translation, and go there. */
  async mine(name) {
    await this.#alone(async () => {
      const { response, html } = await this.#post(`${this.desk.base}/${name}`, {});
      if (response.status === 204) return say(name === "undo" ? "Nothing of yours to undo." : "Nothing of yours to redo.");
      if (!response.ok) return applyOutOfBand(html);
      await this.#show(html);
    });
  }

  async #show(html) {
    const { desk } = this;
    const stored = rowIn(html);
    const editor = desk.editors.get(Number(stored.dataset.segment));
    if (editor) await editor.adopt(html, "Undone");
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

  async #post(url, values) {
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { "X-CSRFToken": this.desk.token, "HX-Request": "true" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { response, html: await response.text() };
  }

  /** One at a time: a key that is held down must not overtake itself. */
  async #alone(work) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch {
      say("The server does not answer. Nothing was changed; try again.", { tone: "block" });
    } finally {
      this.isBusy = false;
    }
  }
}

/** Take over from an answer whether the sentence has something to undo and to redo. */
export function showSteps(form, html) {
  const steps = partOf(html, "[data-steps]");
  if (!steps) return;
  for (const name of ["undo", "redo"]) {
    const button = form.querySelector(`[data-step=${name}]`);
    if (button) button.disabled = !(name in steps.dataset);
  }
}

const wordsIn = (html, selector = "p") => partOf(html, selector)?.textContent.trim() ?? "";

function partOf(html, selector) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector(selector);
}
