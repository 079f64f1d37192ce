// Texts that the server does not have yet, kept in this browser by article, language and sentence. A sentence is
// known by its key, not by its place: a newer version of the article can move it, or put another one there.

const PREFIX = "draft:";
const PIVOT = "/pivot";

/** The key under which a sentence's corrected text in between is kept. */
export const pivotKey = (key) => key + PIVOT;

/** The key of the sentence that a draft belongs to. */
export const sentenceOf = (key) => (key.endsWith(PIVOT) ? key.slice(0, -PIVOT.length) : key);

export class Drafts {
  /** @param base address of the desk, e.g. "/articles/1/es" */
  constructor(base) {
    this.prefix = `${PREFIX}${base}/`;
  }

  /** @param facts what to know when it is put back: the version, or the text, that it was typed over */
  keep(key, text, facts) {
    try {
      localStorage.setItem(this.prefix + key, JSON.stringify({ text, ...facts, at: Date.now() }));
      return true;
    } catch {
      return false; // storage is full or forbidden: the text is in the editor only
    }
  }

  find(key) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + key));
    } catch {
      return null;
    }
  }

  /** Forget the draft; with `text`, only if nothing newer was typed since. */
  drop(key, text) {
    try {
      if (text === undefined || this.find(key)?.text === text) localStorage.removeItem(this.prefix + key);
    } catch {
      // Nothing is kept, so nothing is left.
    }
  }

  keys() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix))
        .map((key) => key.slice(this.prefix.length));
    } catch {
      return [];
    }
  }
}
