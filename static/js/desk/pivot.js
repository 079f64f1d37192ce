// The text in between of an open sentence: corrected, and only the second step is translated again.

import { applyOutOfBand } from "../htmx-ready.js";
import { pivotKey } from "./drafts.js";
import { t } from "../words.js";

const PATIENCE_MS = 60000;

export class Pivot {
  constructor(desk) {
    this.desk = desk;
    this.isSending = false;
    this.seen = new WeakMap(); // of an editor: the version whose text in between was shown with a refusal
    desk.rows.root.addEventListener("click", (event) => {
      const editor = event.target.closest("[data-onward]") && desk.editorAround(event.target);
      if (!editor) return;
      event.preventDefault();
      this.send(editor);
    });
  }

  /** Keep what is typed until it is translated on, and put back what was left behind. */
  watch(editor) {
    const box = editor.row.querySelector("[data-pivot] textarea");
    if (!box) return;
    const { drafts } = this.desk;
    const key = pivotKey(editor.key);
    box.addEventListener("input", () => {
      if (box.value.trim() === box.defaultValue.trim()) drafts.drop(key);
      else drafts.keep(key, box.value, { over: box.defaultValue });
    });
    const draft = drafts.find(key);
    if (!draft || draft.text.trim() === box.defaultValue.trim()) return drafts.drop(key);
    box.value = draft.text;
    const isOver = draft.over === box.defaultValue;
    const stored = t("In its place was stored: “{text}”.", { text: box.defaultValue });
    noticeOf(editor).textContent = [t("Your text was put back. It is not translated on yet."), ...(isOver ? [] : [stored])].join(" ");
  }

  async send(editor) {
    if (this.isSending) return;
    this.isSending = true;
    const part = editor.row.querySelector("[data-pivot]");
    const notice = noticeOf(editor);
    notice.textContent = t("Translating…");
    try {
      // What was typed into the translation is a reviewer's, and stays: it must be stored before.
      if (!(await editor.saver.flush())) {
        notice.textContent = t("Not translated: the sentence itself is not saved yet.");
        return;
      }
      const pivot = part.querySelector("textarea").value;
      const version = Math.max(editor.saver.version, this.seen.get(editor) ?? 0);
      const response = await fetch(part.querySelector("[data-onward]").formAction, {
        method: "POST",
        body: new URLSearchParams({ pivot, version, key: editor.key }),
        headers: { "X-CSRFToken": this.desk.token, "HX-Request": "true" },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const html = await response.text();
      if (response.ok) await this.#done(editor, pivot, html);
      else if (html.includes("pivot-error")) this.#refused(editor, html);
      else await applyOutOfBand(html);
    } catch {
      notice.textContent = t("Not translated: the server does not answer. Try again.");
    } finally {
      this.isSending = false;
    }
  }

  async #done(editor, pivot, html) {
    const { desk } = this;
    desk.drafts.drop(pivotKey(editor.key), pivot);
    const isMoved = html.includes('id="desk-newer"'); // at its place stands another sentence now
    if (isMoved) await applyOutOfBand(html);
    else if (desk.editors.get(editor.position) === editor) {
      await desk.reopen(editor);
      await applyOutOfBand(html);
      const { panel } = desk.alternatives;
      if (panel.querySelector("[data-take]")) panel.hidden = false;
    }
    desk.changes.askSoon();
  }

  /** Somebody else's text in between is shown with the reason: to send again is to replace that one. */
  #refused(editor, html) {
    const notice = noticeOf(editor);
    notice.innerHTML = html;
    const { version } = notice.querySelector(".pivot-error").dataset;
    if (version) this.seen.set(editor, Number(version));
  }
}

function noticeOf(editor) {
  return editor.row.querySelector(".pivot-notice");
}
