// After a reload: sentences whose text never reached the server are marked, and offered back.

import { say } from "../toasts.js";

export function announceUnsaved(desk) {
  const { drafts, editors, rows } = desk;
  const waiting = drafts.positions().filter((position) => !editors.has(position) && isUnsaved(position));

  function isUnsaved(position) {
    const row = rows.at(position);
    const stands = row?.querySelector("[data-side=target]").textContent.trim();
    if (row && drafts.find(position)?.text.trim() !== stands) return true;
    drafts.drop(position);
    return false;
  }

  if (!waiting.length) return;
  for (const position of waiting) rows.at(position).classList.add("unsaved");
  const who = waiting.length > 1 ? `${waiting.length} sentences have` : `Sentence ${waiting[0]} has`;
  const toast = say(`${who} text that was not saved.`, { tone: "warn" });
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button small", textContent: "Open" });
  button.addEventListener("click", () => {
    toast.remove();
    desk.open(rows.at(waiting[0]));
  });
  toast.querySelector("div").after(button);
}
