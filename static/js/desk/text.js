// Putting text into a box as if it had been typed: Ctrl+Z takes it back.

/** @param whole put it in the place of the whole text; else at the caret */
export function putText(box, text, { whole = false } = {}) {
  box.focus();
  if (whole) box.select();
  // The only way that the browser's own undo knows of. It sends the input event itself.
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: text }));
}
