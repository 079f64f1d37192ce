// Putting a corrected text into a box so that only what differs is typed: the caret ends at the change.

import { putText } from "./text.js";

const isHalf = (text, index) => /[\uDC00-\uDFFF]/.test(text[index] ?? "");

/** Change the box's text into another one, as if what differs had been typed; Ctrl+Z takes it back. */
export function putFix(box, text) {
  const { value } = box;
  const most = Math.min(value.length, text.length);
  let start = 0;
  while (start < most && value[start] === text[start]) start += 1;
  if (isHalf(value, start) || isHalf(text, start)) start -= 1; // not inside a character of two halves
  let end = 0;
  while (end < most - start && value.at(-1 - end) === text.at(-1 - end)) end += 1;
  if (isHalf(value, value.length - end) || isHalf(text, text.length - end)) end -= 1;
  box.focus();
  box.setSelectionRange(start, value.length - end);
  const typed = text.slice(start, text.length - end);
  if (typed || !document.execCommand("delete")) putText(box, typed);
}
