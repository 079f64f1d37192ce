// The browser's own texts in the reader's language. They stand in the code in English and are collected from there
// (`make messages`); base.html brings the others, in a block of data that is there in other languages only.

const found = document.getElementById("words");
const { texts = {}, forms = {}, plurals = "" } = found ? JSON.parse(found.textContent) : {};
const numbers = new Intl.NumberFormat(document.documentElement.lang || "en", { useGrouping: "always" }); // as the server

/** Say a text: t("Sentence {position} is saved.", { position: 7 }). */
export function t(text, values = {}) {
  return fill(texts[text] ?? text, values);
}

/** Write a number as the reader's language does. */
export const written = (number) => numbers.format(number);

/** Say a text that depends on a number: tn("{n} sentence", "{n} sentences", 3). */
export function tn(one, other, n, values = {}) {
  const form = forms[one]?.[formOf(n)] ?? (n === 1 ? one : other);
  return fill(form, { n: written(n), ...values });
}

// gettext's rules look at small numbers, and at the last two digits of others: the server worked out the first 200.
function formOf(n) {
  return Number(plurals[n < 200 ? n : 100 + (n % 100)]);
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}
