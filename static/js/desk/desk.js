// The review desk: opening and closing sentences, accepting, what a save changes elsewhere on the page.

import { applyOutOfBand, htmxReady, load } from "../htmx-ready.js";
import { say } from "../toasts.js";
import { Alternatives } from "./alternatives.js";
import { Beside } from "./beside.js";
import { caretAt } from "./caret.js";
import { Changes } from "./changes.js";
import { Checks } from "./checks.js";
import { Comments } from "./comments.js";
import { Drafts, pivotKey } from "./drafts.js";
import { Editor } from "./editor.js";
import { Find } from "./find.js";
import { History } from "./history.js";
import { Keys } from "./keys.js";
import { watchLeaving } from "./leaving.js";
import { Matches } from "./matches.js";
import { Pivot } from "./pivot.js";
import { Readability } from "./readability.js";
import { saySame } from "./rowfacts.js";
import { Rows, rowIn } from "./rows.js";
import { Together } from "./together.js";
import { Tools } from "./tools.js";
import { Undo } from "./undo.js";
import { announceUnsaved, sayKept } from "./unsaved.js";
import { Workflow } from "./workflow.js";
import { t } from "../words.js";

export class Desk {
  constructor(root) {
    this.root = root;
    this.base = root.dataset.base;
    this.version = root.dataset.version;
    this.token = document.querySelector("meta[name=csrf-token]").content;
    this.rows = new Rows(root.querySelector(".rows"));
    this.drafts = new Drafts(this.base);
    this.editors = new Map();
    this.opening = new Set();
    this.keys = new Keys(this);
    this.readability = new Readability(this);
    this.together = new Together(this);
    this.changes = new Changes(this);
    this.beside = new Beside(root, this.editors);
    this.alternatives = new Alternatives(this);
    this.pivot = new Pivot(this);
    this.matches = new Matches(this);
    this.undo = new Undo(this);
    this.tools = new Tools(this);
    this.history = new History(this);
    this.comments = new Comments(this);
    this.workflow = new Workflow();
    this.checks = new Checks(this);
    this.rows.root.addEventListener("click", (event) => this.#clicked(event));
    document.addEventListener("htmx:oobBeforeSwap", (event) => {
      if (this.#isInUse(event.detail.target) || isSame(event.detail)) event.detail.shouldSwap = false;
    });
    watchLeaving(this.editors);
    this.#adoptOpenRow();
    this.find = new Find(this);
    announceUnsaved(this);
  }

  /** Open a sentence in place, with the caret at an offset of its text (default: the end). */
  async open(place, caret = null) {
    const row = this.rows.headOf(place);
    if (row !== place) sayKept(this.drafts, place);
    const position = Number(row.dataset.segment);
    if (this.editors.has(position)) return this.editors.get(position).box.focus();
    if (this.opening.has(position)) return;
    this.opening.add(position);
    try {
      const hasCome = await load(`${this.base}/segments/${position}?edit=1`, row);
      if (hasCome) this.#edit(this.rows.at(position), caret);
    } finally {
      this.opening.delete(position);
    }
  }

  /** Of the sentence that is open here, for those who have the same page; undefined while none is. */
  get openPosition() {
    return this.beside.editor?.position ?? [...this.editors.keys()].at(-1);
  }

  /** Save, then show the sentence as it stands. It stays open while something is left to decide or to send. */
  async close(editor, { focus }) {
    if (!(await editor.saver.flush())) return;
    const isBack = this.beside.holds(editor, document.activeElement);
    if (focus || !isBack) await this.#leave(editor, focus);
  }

  /** The open editor that an element belongs to. */
  editorAround(element) {
    if (element.closest("[data-beside]")) return this.beside.editor;
    return this.editors.get(Number(element.closest("[data-segment]")?.dataset.segment));
  }

  /** Show an open sentence as the server has it now, still open. */
  async reopen(editor) {
    editor.saver.stop();
    this.editors.delete(editor.position);
    this.beside.takeBack();
    const hasCome = await load(`${this.base}/segments/${editor.position}?edit=1`, editor.row);
    if (hasCome) this.#edit(this.rows.at(editor.position), null);
    else this.editors.set(editor.position, editor);
  }

  async discard(editor) {
    this.drafts.drop(editor.key);
    editor.closed = null;
    await this.#leave(editor, true);
  }

  async accept(place) {
    const row = this.rows.headOf(place);
    await this.open(row);
    const editor = this.editors.get(Number(row.dataset.segment));
    if (editor) await this.acceptAndNext(editor);
  }

  async acceptAndNext(editor) {
    if (!(await editor.saver.accept())) return;
    await this.#leave(editor, true);
    const next = this.rows.nextUnreviewed();
    if (next) await this.open(next);
    else say(this.rows.nothingLeft);
  }

  async saved(html, editor) {
    document.getElementById("saved").textContent = editor.state.textContent;
    this.checks.take(html, editor);
    await applyOutOfBand(html);
    this.readability.saved();
    // A save can come after another sentence was opened: what stands beside is about that one then.
    if ((this.beside.editor ?? editor) === editor) {
      this.history.show(editor.position);
      this.readability.show(editor.position);
    }
    this.changes.askSoon();
  }

  /** What somebody types in, or is about to, is never replaced under their hands. */
  #isInUse(element) {
    if (element.querySelector?.("form.editor, form.name-prompt")) return true;
    return this.opening.has(Number(element.dataset?.segment));
  }

  #edit(row, caret) {
    if (!row?.querySelector("form.editor")) return;
    const editor = new Editor(row, this);
    this.editors.set(editor.position, editor);
    this.pivot.watch(editor);
    this.rows.mark(row);
    const end = editor.box.value.length;
    editor.box.focus({ preventScroll: true });
    editor.box.setSelectionRange(caret ?? end, caret ?? end);
    this.#showBeside(editor);
    row.scrollIntoView({ block: "nearest" });
    // Two can be open, one of them with a conflict: what stands beside is always of the one that has the focus.
    row.addEventListener("focusin", () => this.beside.position !== editor.position && this.#showBeside(editor));
  }

  #showBeside(editor) {
    this.beside.put(editor);
    this.alternatives.show(editor.position);
    this.history.show(editor.position);
    this.readability.show(editor.position);
    this.matches.show(editor);
    this.comments.show(editor);
    this.checks.show(editor);
  }

  async #leave(editor, focus) {
    const htmx = await htmxReady;
    editor.saver.stop();
    this.editors.delete(editor.position);
    if (editor.position === this.beside.position) this.beside.takeBack();
    const stored = editor.closed && rowIn(editor.closed);
    if (stored) {
      editor.row.replaceWith(stored);
      htmx.process(stored);
      this.rows.adopt(stored);
    } else {
      const hasCome = await load(`${this.base}/segments/${editor.position}`, editor.row);
      if (!hasCome) return this.editors.set(editor.position, editor);
    }
    const row = this.rows.at(editor.position);
    if (this.drafts.find(pivotKey(editor.key))) {
      row.classList.add("unsaved");
      say(t("Sentence {position}: your text in between is kept in this browser, not translated on yet.", { position: editor.position }));
    }
    if (focus) this.rows.focus(row);
  }

  #clicked(event) {
    const row = event.target.closest("[data-segment]");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || !window.htmx) return;
    const target = event.target.closest("[data-side=target]");
    if (event.target.closest(".number, .merged a")) {
      event.preventDefault();
      this.open(row);
    } else if (row.querySelector("form.editor")) {
      if (!event.target.closest("[data-alternatives]")) return;
      event.preventDefault();
      this.alternatives.ask(this.editors.get(Number(row.dataset.segment)));
    } else if (target && getSelection().isCollapsed) {
      this.open(row, caretAt(event, target));
    } else if (!target) {
      this.rows.focus(row);
    }
  }

  /** A page that came with an open sentence (?edit=7) goes on as if it had been opened here. */
  #adoptOpenRow() {
    const open = this.root.querySelector("form.editor");
    if (!open) return;
    const address = new URL(location.href);
    address.searchParams.delete("edit");
    history.replaceState(null, "", address);
    this.#edit(open.closest("[data-segment]"), null);
  }
}

/** A row that says what it said before stays: a replaced one would swallow a click that is on its way. */
function isSame({ target, fragment }) {
  const row = fragment.querySelector("[data-segment]");
  if (!row || !target.matches?.("[data-segment]")) return false;
  return saySame(row, target);
}
