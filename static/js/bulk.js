// The boxes of the list of articles: all on the page at once, how many are chosen, a row of them with Shift.

export function startBulk() {
  let last = null;
  const form = () => document.querySelector("[data-bulk]");
  const boxes = () => [...document.querySelectorAll("input[name=id][form=bulk]")];

  function show() {
    if (!form()) return;
    const every = boxes();
    const isAll = form().elements.all?.checked ?? false;
    const chosen = every.filter((box) => box.checked).length;
    const page = form().querySelector("[data-bulk-page]");
    page.checked = chosen === every.length;
    page.indeterminate = chosen > 0 && chosen < every.length;
    for (const box of [...every, page]) box.disabled = isAll;
    const count = form().querySelector("[data-bulk-count]");
    count.textContent = chosen && !isAll ? count.dataset.words.replace("{n}", chosen) : "";
    for (const button of form().querySelectorAll("button")) button.disabled = !chosen && !isAll;
  }

  document.addEventListener("click", (event) => {
    if (!event.target.matches?.("input[name=id][form=bulk]")) return;
    const every = boxes();
    const [from, to] = [every.indexOf(last), every.indexOf(event.target)].sort((one, other) => one - other);
    if (event.shiftKey && from >= 0) for (const box of every.slice(from, to + 1)) box.checked = event.target.checked;
    last = event.target;
    show();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-bulk-page]")) for (const box of boxes()) box.checked = event.target.checked;
    if (event.target.form?.matches("[data-bulk]")) show();
  });
  document.addEventListener("htmx:load", show);
  addEventListener("pageshow", show); // a browser that goes back brings the ticks with it
  show();
  document.addEventListener("htmx:afterRequest", (event) => {
    const { target, successful, pathInfo } = event.detail;
    if (target?.id !== "articles" || !successful) return;
    const address = new URL(pathInfo.finalRequestPath ?? pathInfo.responsePath, location.href);
    for (const [name, value] of [...address.searchParams]) if (!value) address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
  });
}
