// The keyboard of the desk. While somebody types, Escape, Ctrl+Enter, Alt+A, Alt+1 to 5 and Alt+O mean something here;
// terms.js knows Alt+G, matches.js Alt+Shift+1 to 5.

import { say } from "../toasts.js";

const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

export function startKeys(desk) {
  const { rows } = desk;
  const help = document.getElementById("help");
  document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());

  const moves = {
    ArrowDown: () => rows.step(1),
    ArrowUp: () => rows.step(-1),
    j: () => rows.step(1),
    k: () => rows.step(-1),
    n: () => rows.focus(rows.nextUnreviewed()) || say("Every sentence is reviewed."),
    t: () => desk.readability.toggleTints(),
    "?": () => help.showModal(),
  };

  function inEditor(event, editor) {
    if (event.altKey) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !withAlt(event.code, editor)) return;
    } else if (event.key === "Escape") desk.close(editor, { focus: true });
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (event.target.name === "pivot") desk.pivot.send(editor);
      else desk.acceptAndNext(editor);
    } else return;
    event.preventDefault();
  }

  /** By the place of the key, not its letter: Alt types letters of its own on some keyboards. */
  function withAlt(code, editor) {
    if (code === "KeyO") return editor.takeFormer();
    const number = /^Digit([1-5])$/.exec(code)?.[1];
    if (!number && code !== "KeyA") return false;
    if (!number || !desk.alternatives.take(editor, number)) desk.alternatives.ask(editor);
    return true;
  }

  document.addEventListener("keydown", async (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const editor = desk.editorAround(event.target);
    if (editor) return inEditor(event, editor);
    if (isTyping(event.target) || event.altKey) return;
    const onRow = event.target.matches("[data-segment]");
    if (event.key === "Enter" && onRow) {
      event.preventDefault();
      if (!event.ctrlKey && !event.metaKey) return desk.open(event.target);
      return desk.accept(event.target);
    }
    if (event.ctrlKey || event.metaKey) return;
    const isElsewhere = !onRow && event.target !== document.body && !event.target.closest(".rows");
    const move = moves[event.key];
    if (!move || (isElsewhere && event.key.startsWith("Arrow"))) return;
    if (move() !== false) event.preventDefault();
  });
}
