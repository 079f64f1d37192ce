// The glossary's terms under an open sentence: one press puts the wanted words at the caret.

import { putText } from "./text.js";

const isInWord = (character) => /[\p{L}\p{N}]/u.test(character ?? "");

/** @param form the editor's form; @param box its text box */
export function startTerms(form, box) {
  const hints = form.querySelector(".term-hints");
  if (!hints) return;
  // The text box keeps the focus: a lost focus would close the sentence in browsers that do not focus buttons.
  hints.addEventListener("mousedown", (event) => event.preventDefault());
  hints.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (button) insert(box, button.dataset.insert);
  });
}

/** Insert the first term that is missing, or else the first one; say whether there was one. */
export function insertTerm(form, box) {
  const button = form.querySelector("[data-missing] [data-insert]") ?? form.querySelector(".term-hints [data-insert]");
  if (button) insert(box, button.dataset.insert);
  return Boolean(button);
}

/** Take over from a saved row which terms its text does not follow; each of them as often as it is named. */
export function showMissing(form, stored) {
  const missing = [...stored.querySelectorAll(".terms [data-term]")].map((term) => term.dataset.term);
  for (const hint of [...form.querySelectorAll(".term-hint")].reverse()) {
    const place = missing.indexOf(hint.dataset.term);
    hint.toggleAttribute("data-missing", place !== -1);
    if (place !== -1) missing.splice(place, 1);
  }
}

function insert(box, words) {
  const before = box.value[box.selectionStart - 1];
  const after = box.value[box.selectionEnd];
  putText(box, (isInWord(before) ? " " : "") + words + (isInWord(after) ? " " : ""));
}
