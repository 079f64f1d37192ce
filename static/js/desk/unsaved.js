// After a reload: sentences whose text never reached the server are marked, and offered back.

import { say } from "../toasts.js";
import { sentenceOf } from "./drafts.js";
import { t, tn } from "../words.js";

export function announceUnsaved(desk) {
  const { drafts, editors, rows } = desk;
  const byKey = new Map(rows.all().map((row) => [row.dataset.key, row]));
  const keys = drafts.keys();
  const found = keys
    .filter((key) => isUnsaved(key, byKey.get(sentenceOf(key))))
    .map((key) => byKey.get(sentenceOf(key)))
    .sort((one, other) => one.dataset.segment - other.dataset.segment);
  const waiting = [...new Set(found)];

  function isUnsaved(key, row) {
    if (!row || editors.has(Number(row.dataset.segment))) return false;
    if (key !== row.dataset.key) return true; // the text in between stands in an open sentence only
    const stands = row.querySelector("[data-side=target]").textContent.trim();
    if (drafts.find(key)?.text.trim() !== stands) return true;
    drafts.drop(key);
    return false;
  }

  // Its sentence is gone with an older version of the article: shown until it is closed, to be copied.
  for (const key of keys.filter((each) => !byKey.has(sentenceOf(each)))) {
    const text = drafts.find(key)?.text ?? "";
    const toast = say(t("A newer version changed or dropped the sentence of this unsaved text: “{text}”", { text }), { tone: "warn" });
    toast.querySelector("[data-dismiss]").addEventListener("click", () => drafts.drop(key));
  }

  if (!waiting.length) return;
  for (const row of waiting) row.classList.add("unsaved");
  const place = waiting[0].dataset.segment;
  const message = tn("Sentence {place} has text that was not saved.", "{n} sentences have text that was not saved.", waiting.length, { place });
  const toast = say(message, { tone: "warn" });
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button small", textContent: t("Open") });
  button.addEventListener("click", () => {
    toast.remove();
    desk.open(waiting[0]);
  });
  toast.querySelector("div").after(button);
}

/** A text that was typed into a sentence which somebody then merged away: shown until it is closed, to be copied. */
export function sayKept(drafts, row) {
  const { key } = row.dataset;
  const draft = drafts.find(key);
  if (!draft) return;
  const toast = say(t("Your unsaved text of sentence {position}: “{text}”", { position: row.dataset.segment, text: draft.text }), { tone: "warn" });
  toast.querySelector("[data-dismiss]").addEventListener("click", () => drafts.drop(key));
}
