// Texts that the server does not have yet, kept in this browser by article, language and sentence.

const PREFIX = "draft:";

export class Drafts {
  /** @param base address of the desk, e.g. "/articles/1/es" */
  constructor(base) {
    this.prefix = `${PREFIX}${base}/`;
  }

  keep(position, text, version) {
    try {
      localStorage.setItem(this.prefix + position, JSON.stringify({ text, version, at: Date.now() }));
      return true;
    } catch {
      return false; // storage is full or forbidden: the text is in the editor only
    }
  }

  find(position) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + position));
    } catch {
      return null;
    }
  }

  /** Forget the draft; with `text`, only if nothing newer was typed since. */
  drop(position, text) {
    try {
      if (text === undefined || this.find(position)?.text === text) localStorage.removeItem(this.prefix + position);
    } catch {
      // Nothing is kept, so nothing is left.
    }
  }

  positions() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => Number(key.slice(this.prefix.length)))
        .sort((a, b) => a - b);
    } catch {
      return [];
    }
  }
}
