// What was found in the open sentence, beside it: one key takes a fix, one dismisses.

import { applyOutOfBand } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { putFix } from "./fix.js";
import { Problems } from "./problems.js";
import { haveSameFacts, takeFacts } from "./rowfacts.js";
import { t } from "../words.js";

export class Checks {
  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById("checks");
    this.problems = new Problems(desk);
    this.position = null;
    this.panel.addEventListener("submit", (event) => this.#submitted(event));
    this.panel.addEventListener("keydown", (event) => this.#pressed(event));
    // A pressed button would take the focus from the sentence, which would close it in some browsers.
    this.panel.addEventListener("mousedown", (event) => event.target.closest("[data-fix]") && event.preventDefault());
    this.panel.addEventListener("toggle", (event) => this.#toggled(event.target), { capture: true });
    document.addEventListener("htmx:oobBeforeSwap", (event) => this.#heard(event.detail));
    desk.keys.whileTyping({
      "Alt+KeyF": (editor) => this.fixFirst(editor),
      "Alt+KeyD": (editor) => this.dismissFirst(editor),
    });
  }

  /** Another sentence was opened: what was found in it came with it. */
  show(editor) {
    this.position = editor.position;
    this.panel.style.minBlockSize = "";
    const panel = panelIn(editor.row);
    if (panel) this.panel.replaceChildren(panel);
  }

  /** A save changed what is found: shown at once, unless a reason is being typed; nothing below moves up. */
  take(html, editor) {
    this.problems.countSoon();
    if (this.position !== editor.position || this.#isReasonTyped()) return;
    const panel = panelIn(html);
    if (panel) this.#replace(panel, editor);
    else this.#ask(editor);
  }

  /** The open sentence stays, but what somebody else dismissed in it is told no more. */
  async #heard({ target, fragment }) {
    const editor = this.desk.editors.get(Number(target.dataset?.segment));
    const stored = editor && fragment.querySelector("[data-segment]");
    if (!stored || stored.dataset.version !== target.dataset.version || haveSameFacts(target, stored)) return;
    takeFacts(target, stored);
    this.problems.countSoon();
    if (this.position === editor.position && !this.#isReasonTyped()) await this.#ask(editor);
  }

  /** Ask what is found in an open sentence now. Without an answer the panel stays as it is, and the poll goes on. */
  async #ask(editor) {
    const url = `${this.desk.base}/segments/${editor.position}/checks?key=${editor.key}`;
    const response = await fetch(url, { headers: { "HX-Request": "true" } }).catch(() => null);
    const panel = response?.ok && parsed(await response.text());
    if (panel && this.position === editor.position && !this.#isReasonTyped()) this.#replace(panel, editor);
  }

  /** Put the first fix into the editor. It is one of the text that is stored: what is typed goes there first. */
  async fixFirst(editor) {
    if (!(await this.#isFresh(editor))) return;
    const button = this.panel.querySelector("[data-fix]");
    if (button) this.#fix(editor, button.form);
    else say(t("Nothing here can be mended with a key."));
  }

  async dismissFirst(editor) {
    if (!(await this.#isFresh(editor))) return;
    const details = this.panel.querySelector("details.dismiss");
    if (!details) return say(t("Nothing was found that could be dismissed."));
    details.open = true;
    details.querySelector("input[name=reason]").focus();
  }

  /** A fix, and a dismissal, is of the text that is stored: what is typed goes there first. */
  async #isFresh(editor) {
    if (this.position !== editor.position) this.show(editor);
    if (editor.saver.isDirty && !(await editor.saver.flush())) {
      say(t("First the sentence has to be saved."));
      return false;
    }
    const shown = this.panel.querySelector("[data-found-in]")?.dataset.foundIn;
    if (shown !== String(editor.saver.version)) await this.#ask(editor);
    return true;
  }

  #isReasonTyped() {
    return this.panel.contains(document.activeElement) && this.panel.querySelector("details.dismiss[open]") !== null;
  }

  #fix(editor, form) {
    putFix(editor.box, form.elements.text.value);
  }

  async #submitted(event) {
    const form = event.target;
    event.preventDefault();
    if (form.matches(".fix")) return this.#submittedFix(form);
    if (this.isSending) return;
    this.isSending = true;
    try {
      const headers = { "HX-Request": "true" };
      const body = new URLSearchParams(new FormData(form));
      const response = await fetch(form.action, { method: "POST", body, headers });
      await this.#answered(await response.text());
    } catch {
      say(t("The server does not answer. Nothing was changed; try again."), { tone: "block" });
    } finally {
      this.isSending = false;
    }
  }

  /** A button of a sentence that was closed opens it; the fix of what is typed meanwhile may be another one. */
  async #submittedFix(form) {
    const { desk, position } = this;
    const { finding } = form.closest("[data-finding]").dataset;
    if (!desk.editors.has(position)) await desk.open(desk.rows.at(position));
    const editor = desk.editors.get(position);
    if (!editor || !(await this.#isFresh(editor))) return;
    const fresh = this.panel.querySelector(`[data-finding="${finding}"] .fix`);
    if (fresh) this.#fix(editor, fresh);
  }

  /** Other rows hear of it by the poll; the open one keeps its editor and takes over what it says. */
  async #answered(html) {
    const panel = panelIn(html);
    const stored = panel && rowOf(html);
    const editor = stored && this.desk.editors.get(Number(stored.dataset.segment));
    if (stored && Number(stored.dataset.segment) === this.position) this.#replace(panel, editor);
    if (editor && stored.dataset.version === editor.row.dataset.version) takeFacts(editor.row, stored);
    await applyOutOfBand(html);
    this.problems.countSoon();
    this.desk.changes.askSoon();
  }

  #replace(panel, editor) {
    const isInside = this.panel.contains(document.activeElement);
    this.panel.style.minBlockSize = `${this.panel.offsetHeight}px`;
    const wasOpen = this.panel.querySelector("details.dismissed[open]") !== null;
    const isRefused = panel.querySelector("[role=alert]") !== null;
    if (isInside && !isRefused) (editor?.box ?? this.panel).focus({ preventScroll: true });
    else if (isInside) this.panel.focus({ preventScroll: true }); // a lost focus would close the sentence
    this.panel.replaceChildren(panel);
    const dismissed = this.panel.querySelector("details.dismissed");
    if (dismissed) dismissed.open = wasOpen;
    const reason = isInside && isRefused && this.panel.querySelector("details.dismiss[open] input[name=reason]");
    if (!reason) return;
    reason.focus();
    reason.setSelectionRange(reason.value.length, reason.value.length);
  }

  #pressed(event) {
    const details = event.key === "Escape" && event.target.closest("details.dismiss");
    if (!details?.open) return;
    event.preventDefault(); // it would close the sentence
    details.open = false;
    (this.desk.editors.get(this.position)?.box ?? details.querySelector("summary")).focus();
  }

  #toggled(details) {
    if (details.open && details.matches("details.dismiss")) details.querySelector("input[name=reason]").focus();
  }

}

/** What a row or an answer brings for the panel, ready to be put there; null where it brings nothing. */
function panelIn(part) {
  const holder = typeof part === "string" ? parsed(part) : part;
  return holder.querySelector("template[data-checks-panel]")?.content.cloneNode(true) ?? null;
}

function rowOf(html) {
  return parsed(html).querySelector("[data-segment]");
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
