// The list and the form of articles: "/" finds, and only languages that a model reaches can be chosen.

export function startArticles() {
  const search = document.querySelector(".page input[type=search]");
  if (search) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select")) return;
      event.preventDefault();
      search.focus();
      search.select();
    });
  }
  const source = document.querySelector("select[name=source]");
  const target = document.querySelector("select[name=target]:has(option[data-sources])");
  if (source && target) {
    const narrow = () => {
      for (const option of target.options) {
        const reachable = source.value === "auto" || option.dataset.sources.split(" ").includes(source.value);
        option.hidden = option.disabled = !reachable;
      }
      if (target.selectedOptions[0]?.disabled) target.value = [...target.options].find((o) => !o.disabled)?.value ?? "";
    };
    source.addEventListener("change", narrow);
    narrow();
  }
}
