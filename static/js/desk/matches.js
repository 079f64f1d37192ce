// What the memory has for the open sentence: shown beside it, taken with a button or Alt+Shift and a number.

import { htmxReady } from "../htmx-ready.js";
import { putText } from "./text.js";
import { t } from "../words.js";

const AGAIN_MS = 1500;

export class Matches {
  constructor(desk) {
    this.desk = desk;
    this.panel = document.getElementById("matches");
    this.editor = null;
    // A pressed button would take the focus from the sentence, which would close it.
    this.panel.addEventListener("mousedown", (event) => event.target.closest("[data-use-match]") && event.preventDefault());
    this.panel.addEventListener("click", (event) => {
      const button = event.target.closest("[data-use-match]");
      if (button) this.use([...this.panel.querySelectorAll("[data-use-match]")].indexOf(button));
    });
    const take = [1, 2, 3, 4, 5].map((number) => [`Alt+Shift+Digit${number}`, () => this.use(number - 1)]);
    desk.keys.whileTyping(Object.fromEntries(take));
  }

  /** Ask what there is for an open sentence; an answer that comes too late is not shown. */
  async show(editor) {
    // What is listed for the sentence before must not be taken into this one.
    if (this.editor !== editor) this.panel.querySelectorAll(".match").forEach((match) => match.remove());
    this.editor = editor;
    clearTimeout(this.timer);
    let html;
    try {
      const url = `${this.desk.base}/segments/${editor.position}/matches?key=${editor.key}`;
      const response = await fetch(url, { headers: { "HX-Request": "true" } });
      html = await response.text();
      if (!html.includes("panel-title")) throw new Error(`no panel in the answer ${response.status}`);
    } catch {
      html = panelSaying(t("The memory does not answer."));
    }
    if (this.editor !== editor) return;
    this.panel.innerHTML = html;
    (await htmxReady).process(this.panel);
    if (this.panel.querySelector("[data-reading]")) {
      this.timer = setTimeout(() => this.#isOpen() && this.show(editor), AGAIN_MS);
    }
  }

  /** Put a match into the editor as if it had been typed: Ctrl+Z takes it back. Say whether there was one. */
  use(index) {
    const match = this.panel.querySelectorAll(".match")[index];
    if (!match || !this.#isOpen()) return false;
    putText(this.editor.box, match.querySelector(".match-target").textContent, { whole: true });
    return true;
  }

  #isOpen() {
    return this.editor && this.desk.editors.get(this.editor.position) === this.editor;
  }
}

function panelSaying(words) {
  const panel = document.createElement("template");
  panel.innerHTML = '<h2 class="panel-title"></h2><p class="panel-body quiet"></p>';
  const [title, body] = panel.content.children;
  title.textContent = t("Memory");
  body.textContent = words;
  return panel.innerHTML;
}
