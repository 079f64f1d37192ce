// Other translations of the open sentence: asked for when wanted, one key to take one, Ctrl+Z to take it back.

import { putText } from "./text.js";
import { t } from "../words.js";

const PATIENCE_MS = 60000;

export class Alternatives {
  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById("alternatives");
    this.position = null;
    this.panel.addEventListener("click", (event) => this.#clicked(event));
    this.panel.addEventListener("submit", (event) => this.#submitted(event));
  }

  /** Another sentence is open now: what was offered for the one before goes. */
  show(position) {
    if (position === this.position) return;
    this.position = position;
    this.asking?.abort();
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }

  async ask(editor, url = `${this.desk.base}/segments/${editor.position}/alternatives?key=${editor.key}`) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const isInside = this.panel.contains(document.activeElement);
    this.panel.hidden = false;
    if (isInside) this.panel.focus(); // before its buttons go: a lost focus would close the sentence
    this.panel.setAttribute("aria-busy", "true");
    if (!this.panel.querySelector("[data-take]")) this.#say(t("Looking for other translations…"));
    try {
      const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(PATIENCE_MS)]);
      const response = await fetch(url, { headers: { "HX-Request": "true" }, signal });
      const html = await response.text();
      if (asking.signal.aborted) return;
      if (!html.includes("panel-title")) throw new Error(`no panel in the answer ${response.status}`);
      this.panel.innerHTML = html;
      this.panel.scrollIntoView({ block: "nearest" });
    } catch {
      if (!asking.signal.aborted) this.#say(t("The server does not answer. Your text is safe."), true);
    } finally {
      if (this.asking === asking) this.panel.removeAttribute("aria-busy");
    }
  }

  /** Put one into the editor as if it had been typed; say whether there was one. */
  take(editor, number) {
    const button = !this.panel.hidden && this.panel.querySelector(`[data-take="${number}"]`);
    if (!button) return false;
    putText(editor.box, button.form.elements.text.value, { whole: true });
    return true;
  }

  #clicked(event) {
    const again = event.target.closest("a[data-again], button[data-again]");
    if (!again || !this.desk.beside.editor) return;
    event.preventDefault();
    this.ask(this.desk.beside.editor, again.href || undefined);
  }

  #submitted(event) {
    const { editor } = this.desk.beside;
    if (!editor) return;
    event.preventDefault();
    const number = event.submitter?.dataset.take;
    if (number) this.take(editor, number);
    else this.ask(editor, `${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
  }

  #say(words, isProblem = false) {
    const body = document.createElement("p");
    body.className = "panel-body quiet";
    body.setAttribute("role", "status");
    body.textContent = words;
    this.panel.replaceChildren(body);
    if (!isProblem) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button small", textContent: t("Try again") });
    button.dataset.again = "";
    body.append(" ", button);
  }
}
