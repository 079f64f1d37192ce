// The history beside the open sentence: two versions compared, an older one restored.

import { applyOutOfBand, load } from "../htmx-ready.js";
import { post } from "./posting.js";
import { t } from "../words.js";

export class History {
  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById("history");
    desk.keys.whileTyping({ "Alt+KeyH": () => this.#goThere() });
    this.panel.addEventListener("submit", (event) => this.#submitted(event));
  }

  show(position) {
    return load(`${this.desk.base}/segments/${position}/history`, "#history", "innerHTML");
  }

  #goThere() {
    this.panel.scrollIntoView({ block: "nearest" });
    this.panel.focus();
  }

  async #submitted(event) {
    event.preventDefault();
    const form = event.target;
    this.panel.focus(); // before its buttons go: a lost focus would close the sentence
    if (form.matches("[data-restore]")) return this.#restore(form, event.submitter);
    await load(`${form.action}?${new URLSearchParams(new FormData(form))}`, "#history", "innerHTML");
    this.panel.scrollTop = 0;
  }

  async #restore(form, button) {
    const { desk } = this;
    const editor = desk.beside.editor;
    await desk.undo.alone(async () => {
      if (editor && !(await editor.saver.flush())) return;
      const { key, version } = form.elements;
      const facts = { key: key.value, version: editor ? editor.saver.version : version.value, revision: button.value };
      if (editor) return desk.undo.change(editor, form.action, facts, (html) => editor.adopt(html, t("Restored")));
      const { response, html } = await post(desk, form.action, facts);
      if (response.ok) await desk.undo.show(html, t("Restored"));
      else await applyOutOfBand(html);
    });
  }
}
