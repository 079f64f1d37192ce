// Brings htmx without letting the page wait for a network: the CDN's file if it arrives in time, else the
// same file from this server, remembered for the session.
//
// The CDN's file is fetched as a preload first and becomes a script only when it is here: a script element
// that times out cannot be called back, and would run as a second copy when it arrives late.
// All of it waits for the page's own load, because htmx starts at once only in a complete document.
(() => {
  const { cdn, integrity, local } = document.currentScript.dataset;
  const PATIENCE_MS = 1500;
  const KEY = "htmx-from";

  const remembered = () => {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const remember = () => {
    try {
      sessionStorage.setItem(KEY, "local");
    } catch {
      // Without storage the next page tries the CDN again.
    }
  };

  const run = (src, onerror) => {
    const script = document.createElement("script");
    script.src = src;
    if (src === cdn) {
      script.integrity = integrity;
      script.crossOrigin = "anonymous";
    }
    script.onload = () => document.dispatchEvent(new CustomEvent("htmx-ready"));
    script.onerror = onerror ?? null;
    document.head.append(script);
  };

  const runLocal = () => {
    remember();
    run(local);
  };

  const tryCdn = () => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "script", href: cdn, integrity, crossOrigin: "anonymous" });
    let settled = false;
    const settle = (next) => () => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      next();
    };
    const giveUp = settle(() => {
      link.remove();
      runLocal();
    });
    const timer = setTimeout(giveUp, PATIENCE_MS);
    link.onload = settle(() => run(cdn, runLocal));
    link.onerror = giveUp;
    document.head.append(link);
  };

  const start = () => {
    if (!cdn || navigator.onLine === false || remembered() === "local") run(local);
    else tryCdn();
  };

  if (document.readyState === "complete") start();
  else addEventListener("load", () => setTimeout(start), { once: true });
})();
