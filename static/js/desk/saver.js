// Sends one sentence's text, one request at a time: what is typed meanwhile follows as the next request.

const PAUSE_MS = 700;
const PATIENCE_MS = 20000;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

/**
 * States it reports: "typing", "saving", "saved", "offline" (tries again), "refused" (waits for another
 * text; `html` says why), "conflict" (waits for a choice; `html` shows it, for the `text` that was sent).
 */
export class Saver {
  constructor({ url, token, text, version, key, report }) {
    Object.assign(this, { url, token, version, key, report });
    this.wanted = this.stored = text;
    this.accepting = false;
    this.running = null;
    this.blocked = false;
    this.failures = 0;
    this.isAsked = false; // to be sent although nothing changed: somebody else's text is wanted beside it
    this.unheard = new Set(); // sent, but the answer never came: the server may have it all the same
    this.retryNow = () => this.failures && this.flush();
    addEventListener("online", this.retryNow);
  }

  get isDirty() {
    return this.wanted.trim() !== this.stored.trim() || this.accepting || this.isAsked;
  }

  /** Take a new text; it is sent after a pause in the typing. */
  change(text) {
    this.wanted = text;
    clearTimeout(this.timer);
    if (this.blocked === "conflict") {
      this.timer = setTimeout(() => this.askAgain(), PAUSE_MS);
      return;
    }
    this.blocked = false;
    if (!this.isDirty) return;
    this.report("typing");
    this.timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  accept() {
    this.accepting = true;
    return this.flush();
  }

  /** The server has this text already. */
  adopt(text) {
    this.wanted = this.stored = text;
    this.blocked = false;
  }

  /** Send the text over the version it was typed over: if somebody saved another one, a fresh merge comes back. */
  askAgain() {
    this.blocked = false;
    this.isAsked = true;
    return this.flush();
  }

  /** After a conflict: save over the version that stands in the database now. */
  resolve(version) {
    this.version = version;
    this.blocked = false;
  }

  /** Send what is not stored yet; resolves with true when everything is. */
  flush() {
    clearTimeout(this.timer);
    this.running ??= this.#sendAll().finally(() => (this.running = null));
    return this.running;
  }

  /** The page goes away: hand the text over without waiting. */
  handOver() {
    if (this.isDirty && !this.running && !this.blocked) this.#post(this.wanted, this.accepting, true).catch(() => {});
  }

  stop() {
    clearTimeout(this.timer);
    removeEventListener("online", this.retryNow);
  }

  async #sendAll() {
    while (this.isDirty && !this.blocked) {
      const text = this.wanted;
      const accepting = this.accepting;
      this.report("saving");
      let response, html;
      try {
        response = await this.#post(text, accepting, false);
        html = await response.text();
      } catch {
        return this.#tryLater(text);
      }
      if (response.status >= 500) return this.#tryLater(text);
      this.failures = 0;
      const own = response.status === 409 && this.#ownVersion(html);
      if (own) {
        this.version = own;
        continue;
      }
      this.unheard.clear();
      this.isAsked = false;
      if (!response.ok) {
        this.blocked = response.status === 409 ? "conflict" : "refused";
        this.accepting = false;
        this.report(this.blocked, { html, text, status: response.status });
        return false;
      }
      this.stored = text;
      if (accepting) this.accepting = false;
      this.report("saved", { html, text });
    }
    return !this.isDirty;
  }

  /** The version that a conflict is with, if it is with a text of this editor whose answer was lost; else null. */
  #ownVersion(html) {
    if (!this.unheard.size) return null;
    const template = document.createElement("template");
    template.innerHTML = html;
    const conflict = template.content.querySelector("[data-conflict]");
    const theirs = conflict?.querySelector("[data-theirs]")?.textContent;
    return this.unheard.delete(inOneLine(theirs ?? "")) ? conflict.dataset.version : null;
  }

  #tryLater(text) {
    this.unheard.add(inOneLine(text));
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.report("offline");
    this.timer = setTimeout(() => this.flush(), wait);
    return false;
  }

  #post(text, accepting, keepalive) {
    const body = new URLSearchParams({ text, version: this.version, key: this.key });
    if (accepting) body.set("accept", "1");
    // The header says what it says for htmx: answer with a fragment.
    const headers = { "X-CSRFToken": this.token, "HX-Request": "true" };
    const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE_MS);
    return fetch(this.url, { method: "POST", body, headers, keepalive, signal });
  }
}

/** A text as the server stores it. */
const inOneLine = (text) => text.replace(/[^\S\r\n]*[\r\n]+\s*/g, " ").trim();
