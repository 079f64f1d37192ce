// The text in between of an open sentence: corrected, and only the second step is translated again.

import { applyOutOfBand } from "../htmx-ready.js";

const PATIENCE_MS = 60000;

export class Pivot {
  constructor(desk) {
    this.desk = desk;
    this.isSending = false;
    desk.rows.root.addEventListener("click", (event) => {
      const editor = event.target.closest("[data-onward]") && desk.editorAround(event.target);
      if (!editor) return;
      event.preventDefault();
      this.send(editor);
    });
  }

  async send(editor) {
    if (this.isSending) return;
    this.isSending = true;
    const part = editor.row.querySelector("[data-pivot]");
    const notice = part.querySelector(".pivot-notice");
    notice.textContent = "Translating…";
    try {
      // What was typed into the translation is a reviewer's, and stays: it must be stored before.
      if (!(await editor.saver.flush())) {
        notice.textContent = "Not translated: the sentence itself is not saved yet.";
        return;
      }
      const pivot = part.querySelector("textarea").value;
      const response = await fetch(part.querySelector("[data-onward]").formAction, {
        method: "POST",
        body: new URLSearchParams({ pivot, version: editor.saver.version, key: editor.key }),
        headers: { "X-CSRFToken": this.desk.token, "HX-Request": "true" },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const html = await response.text();
      if (response.ok) await this.#done(editor, html);
      else if (html.includes("pivot-error")) notice.innerHTML = html;
      else await applyOutOfBand(html);
    } catch {
      notice.textContent = "Not translated: the server does not answer. Try again.";
    } finally {
      this.isSending = false;
    }
  }

  async #done(editor, html) {
    await this.desk.reopen(editor);
    await applyOutOfBand(html);
    const { panel } = this.desk.alternatives;
    if (panel.querySelector("[data-take]")) panel.hidden = false;
    this.desk.changes.askSoon();
  }
}
