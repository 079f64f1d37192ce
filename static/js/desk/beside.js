// What stands beside the open sentence: at the side of the page, or under the sentence where there is no side.

const NARROW = matchMedia("(max-width: 56rem)");

export class Beside {
  /** @param root the desk's element; @param editors the open editors by position */
  constructor(root, editors) {
    this.element = root.querySelector("[data-beside]");
    this.home = this.element.parentElement;
    this.editors = editors;
    this.position = null;
    this.element.addEventListener("focusout", (event) => this.editor?.left(event));
    NARROW.addEventListener("change", () => this.editor && this.put(this.editor));
  }

  /** The editor whose sentence it is about, while that is open. */
  get editor() {
    return this.editors.get(this.position);
  }

  /** Whether an element belongs to an open sentence: it is in its row, or beside it. */
  holds(editor, element) {
    return editor.row.contains(element) || (editor === this.editor && this.element.contains(element));
  }

  put(editor) {
    this.position = editor.position;
    if (NARROW.matches) {
      this.element.setAttribute("role", "group"); // a landmark does not stand inside another
      editor.row.append(this.element);
    } else this.takeBack();
  }

  /** Before a row is replaced: what it holds of the page must not go with it. */
  takeBack() {
    if (this.element.parentElement === this.home) return;
    this.element.setAttribute("role", "complementary");
    this.home.append(this.element);
  }
}
