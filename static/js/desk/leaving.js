// The page goes away: what is not saved is handed to the server, and where that could lose a text, the browser asks.

/** @param editors the open editors by position */
export function watchLeaving(editors) {
  addEventListener("pagehide", () => editors.forEach((editor) => editor.saver.handOver()));
  addEventListener("beforeunload", (event) => {
    // Only where the text is nowhere else: the storage of the browser is full or forbidden.
    if ([...editors.values()].some((editor) => editor.isAtRisk)) event.preventDefault();
  });
}
