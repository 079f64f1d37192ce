// Sends one sentence's text, one request at a time: what is typed meanwhile follows as the next request.

const PAUSE_MS = 700;
const PATIENCE_MS = 20000;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];

/**
 * States it reports: "typing", "saving", "saved", "offline" (tries again), "refused" (waits for another
 * text; `html` says why), "conflict" (waits for a choice; `html` shows it).
 */
export class Saver {
  constructor({ url, token, text, version, key, report }) {
    Object.assign(this, { url, token, version, key, report });
    this.wanted = this.stored = text;
    this.accepting = false;
    this.running = null;
    this.blocked = false;
    this.failures = 0;
    this.retryNow = () => this.failures && this.flush();
    addEventListener("online", this.retryNow);
  }

  get isDirty() {
    return this.wanted.trim() !== this.stored.trim() || this.accepting;
  }

  /** Take a new text; it is sent after a pause in the typing. */
  change(text) {
    this.wanted = text;
    clearTimeout(this.timer);
    if (this.blocked === "conflict") return;
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
        return this.#tryLater();
      }
      if (response.status >= 500) return this.#tryLater();
      this.failures = 0;
      if (!response.ok) {
        this.blocked = response.status === 409 ? "conflict" : "refused";
        this.accepting = false;
        this.report(this.blocked, { html, status: response.status });
        return false;
      }
      this.stored = text;
      if (accepting) this.accepting = false;
      this.report("saved", { html, text });
    }
    return !this.isDirty;
  }

  #tryLater() {
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
