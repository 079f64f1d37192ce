// A form's values sent as htmx would send them: the answer is a fragment.

const PATIENCE_MS = 20000;

/** Send values; return the response and its text. @throws when the server does not answer */
export async function post(desk, url, values) {
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(values),
    headers: { "X-CSRFToken": desk.token, "HX-Request": "true" },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { response, html: await response.text() };
}
