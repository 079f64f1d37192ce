// Where in a text the mouse was pressed, so that the caret stands there when the text becomes editable.

/** Return the offset in `element`'s text under the mouse, or null. */
export function caretAt(event, element) {
  const place =
    document.caretPositionFromPoint?.(event.clientX, event.clientY) ??
    document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = place?.offsetNode ?? place?.startContainer;
  const offset = place?.offset ?? place?.startOffset;
  if (node?.nodeType !== Node.TEXT_NODE || !element.contains(node)) return null;
  const before = document.createRange(); // pieces of the text may be marked: they are nodes of their own
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}
