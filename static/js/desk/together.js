// What other people do on this desk: whose change came into a row, who has which sentence open.

import { t, tn } from "../words.js";

const MARK_MS = 5000;
const NEWS_MS = 6000;
const MOST_NAMED = 3;

export class Together {
  constructor(desk) {
    this.desk = desk;
    this.writers = new Map();
    this.changed = new Map(); // not told yet: position to who
    this.names = new Map(); // the newest that each goes by
    this.news = document.createElement("p");
    this.news.className = "visually-hidden";
    this.news.setAttribute("role", "status");
    desk.root.append(this.news);
    document.addEventListener("htmx:oobBeforeSwap", (event) => this.#noticeOpen(event.detail));
    this.#place();
  }

  /** An answer is about to be put into the page: who wrote what in it. */
  expect(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const items = [...template.content.querySelectorAll("[data-writers] li")];
    this.writers = new Map(items.map((item) => [Number(item.dataset.position), item]));
  }

  /** The answer is in the page: mark what is somebody else's; say whether anything was. */
  arrived() {
    const others = [...this.writers].filter(([, item]) => !("mine" in item.dataset));
    for (const [position, item] of others) {
      const row = this.desk.rows.at(position);
      if (!row) continue;
      if (!row.querySelector("form.editor")) this.#mark(row, item);
      this.changed.set(position, item.dataset.reviewer);
      this.names.set(item.dataset.reviewer, item.textContent.trim());
    }
    this.writers = new Map();
    this.#tellSoon();
    this.#place();
    return others.length > 0;
  }

  /** What is typed stays; that the text below it has changed is said at once. */
  #noticeOpen({ target, fragment }) {
    const position = Number(target.dataset?.segment);
    const editor = position && this.desk.editors.get(position);
    const row = editor && fragment.querySelector("[data-segment]");
    if (!row || row.dataset.key !== editor.key) return;
    const item = this.writers.get(position);
    // The answer to a save of this editor may still be on its way, and the text be its own.
    Promise.resolve(editor.saver.running).then(() => this.#compare(editor, row, item));
  }

  #compare(editor, row, item) {
    if (!item) return; // a model's text never goes before a person's
    const { saver } = editor;
    if (this.desk.editors.get(editor.position) !== editor || Number(row.dataset.version) <= Number(saver.version)) return;
    const text = row.querySelector("[data-side=target]").textContent.trim();
    if (text === saver.stored.trim()) {
      editor.takeOver(row);
      return;
    }
    if (editor.hasConflict) {
      saver.askAgain();
      return;
    }
    const isMine = "mine" in item.dataset;
    const who = item.textContent.trim();
    editor.conflict.announce(isMine ? t("You changed this sentence in another window.") : t("{who} changed this sentence.", { who }));
  }

  #mark(row, item) {
    row.querySelector(".just-saved")?.remove();
    const mark = document.createElement("span");
    mark.className = "just-saved";
    mark.setAttribute("aria-hidden", "true");
    mark.append(...[...item.childNodes].map((node) => node.cloneNode(true)));
    row.append(mark);
    setTimeout(() => mark.remove(), MARK_MS);
  }

  /** One sentence for all that came in the last seconds. */
  #tellSoon() {
    if (!this.changed.size || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      const positions = [...this.changed.keys()].sort((one, other) => one - other);
      const names = [...new Set(this.changed.values())].map((reviewer) => this.names.get(reviewer));
      const who = names.length > MOST_NAMED ? tn("{n} person", "{n} people", names.length) : list(names);
      const what =
        positions.length > MOST_NAMED
          ? tn("{n} sentence", "{n} sentences", positions.length)
          : tn("sentence {list}", "sentences {list}", positions.length, { list: list(positions) });
      this.changed.clear();
      this.news.textContent = t("{who} changed {what}.", { who, what });
    }, NEWS_MS);
  }

  /** A dot at each row that somebody else has open. Rows that came anew have lost theirs. */
  #place() {
    const wanted = new Map();
    for (const item of document.querySelectorAll("#presence [data-at]")) {
      for (const position of item.dataset.at.split(" ").filter(Boolean)) {
        wanted.set(position, [...(wanted.get(position) ?? []), item]);
      }
    }
    for (const old of this.desk.rows.root.querySelectorAll(".here")) old.remove();
    for (const [position, items] of wanted) {
      const row = this.desk.rows.at(position);
      if (!row) continue;
      const here = document.createElement("span");
      here.className = "here";
      const names = items.map((item) => item.dataset.name);
      const number = items.reduce((sum, item) => sum + Number(item.dataset.number), 0);
      here.title = tn("{who} has this sentence open", "{who} have this sentence open", number, { who: list(names) });
      const words = document.createElement("span");
      words.className = "visually-hidden";
      words.textContent = here.title;
      here.append(items[0].querySelector("svg").cloneNode(true), words);
      row.append(here);
    }
  }
}

const LANGUAGE = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang; // "1, 2 and 3"
const list = (words) => new Intl.ListFormat(LANGUAGE).format(words.map(String));
