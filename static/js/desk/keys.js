// The keyboard of the desk: who wants a key binds it here, so that no two parts want the same one unseen.
// The list that people read is in workbench/web/keys.py.

import { say } from "../toasts.js";
import { t } from "../words.js";

const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

/**
 * The character of a key, a letter as Shift alone has it: Caps Lock changes nothing. Where a key types another script
 * (Arabic, Russian, Greek) its place tells: N is N for whoever translates into Arabic, too.
 */
function characterOf({ key, code, shiftKey }) {
  if (key.length > 1) return key;
  const isPlain = /^[ -~]$/.test(key);
  if (!isPlain && code === "Slash") return shiftKey ? "?" : "/";
  const letter = isPlain ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/**
 * What a key press is called: "j", "?", "ArrowDown", "Ctrl+Enter", "Alt+KeyA", "Alt+Shift+Digit1". With Alt it is the
 * place of the key, not its letter: Alt types letters of its own on some keyboards. Ctrl is Command on a Mac.
 */
export function nameOf(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && (event.altKey || event.key.length > 1)) parts.push("Shift");
  return [...parts, event.altKey ? event.code : characterOf(event)].join("+");
}

export class Keys {
  constructor(desk) {
    this.desk = desk;
    this.typing = new Map();
    this.moving = new Map();
    const help = document.getElementById("help");
    document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());
    this.#bindOwn(help);
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /**
   * Bind keys of an open sentence: `{ "Alt+KeyA": (editor, event) => … }`. One that returns false did nothing, and the
   * press goes on to the browser.
   */
  whileTyping(bindings) {
    bind(this.typing, bindings);
  }

  /** Bind keys of the page, for when nobody types: `{ n: (row, event) => … }`, with the row that has the focus, or null. */
  whileMoving(bindings) {
    bind(this.moving, bindings);
  }

  #bindOwn(help) {
    const { desk } = this;
    const { rows } = desk;
    const digits = (take) =>
      Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`Alt+Digit${number}`, (editor) => take(editor, number)]));
    this.whileTyping({
      Escape: (editor) => desk.close(editor, { focus: true }),
      "Ctrl+Enter": (editor, event) =>
        event.target.name === "pivot" ? desk.pivot.send(editor) : desk.acceptAndNext(editor),
      "Alt+KeyO": (editor) => editor.takeFormer(),
      "Alt+KeyA": (editor) => desk.alternatives.ask(editor),
      "Alt+Digit6": (editor) => editor.conflict.take("mine"),
      "Alt+Digit7": (editor) => editor.conflict.take("theirs"),
      "Alt+Digit8": (editor) => editor.conflict.take("merge"),
      ...digits((editor, number) => desk.alternatives.take(editor, number) || desk.alternatives.ask(editor)),
    });
    this.whileMoving({
      ArrowDown: () => rows.step(1),
      ArrowUp: () => rows.step(-1),
      j: () => rows.step(1),
      k: () => rows.step(-1),
      n: () => rows.focus(rows.nextUnreviewed()) || say(rows.nothingLeft),
      t: () => desk.readability.toggleTints(),
      "?": () => help.showModal(),
      Enter: (row) => (row ? desk.open(row) : false),
      "Ctrl+Enter": (row) => (row ? desk.accept(row) : false),
    });
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const editor = this.desk.editorAround(event.target);
    if (!editor && isTyping(event.target)) return;
    const action = (editor ? this.typing : this.moving).get(nameOf(event));
    if (!action) return;
    const row = event.target.matches("[data-segment]") ? event.target : null;
    const isElsewhere = !row && event.target !== document.body && !event.target.closest(".rows");
    if (!editor && isElsewhere && event.key.startsWith("Arrow")) return;
    if (action(editor ?? row, event) !== false) event.preventDefault();
  }
}

function bind(map, bindings) {
  for (const [name, action] of Object.entries(bindings)) {
    if (map.has(name)) throw new Error(`The key ${name} is bound twice.`);
    map.set(name, action);
  }
}
