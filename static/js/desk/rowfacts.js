// What a row says of its sentence beside the two texts: one list for whoever takes it over, and whoever compares it.

const FACTS = [
  "data-key",
  "data-version",
  "data-state",
  "data-follows",
  "data-merged",
  "data-match",
  "data-confidence",
  "data-updated",
  "data-problem",
  "data-checks",
  "data-found",
  "data-harder",
  "data-comments",
  "aria-label",
];

/** Take over from a row as the server has it now what it says of its sentence, and what is marked in the source. */
export function takeFacts(row, stored) {
  for (const name of FACTS) {
    if (stored.hasAttribute(name)) row.setAttribute(name, stored.getAttribute(name));
    else row.removeAttribute(name);
  }
  const [shown, marked] = [row, stored].map((each) => each.querySelector("[data-side=source]"));
  if (shown.innerHTML !== marked.innerHTML) shown.replaceChildren(...marked.childNodes);
}

/** Whether two rows say the same beside their texts. */
export function haveSameFacts(row, other) {
  return FACTS.every((name) => row.getAttribute(name) === other.getAttribute(name));
}

/** Whether two rows, none of them open, say the same. */
export function saySame(row, other) {
  if (!haveSameFacts(row, other)) return false;
  const [found, others] = [row, other].map((each) => each.querySelector(":scope > .faults")?.textContent);
  return found === others;
}
