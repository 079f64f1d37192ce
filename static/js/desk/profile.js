// The plot of how hard each paragraph is, drawn from the table beside it once it is in sight.

import { t } from "../words.js";

const AXIS_PX = 34;
const FONT = "11px system-ui, sans-serif";

const number = (cell) => ("value" in cell.dataset ? Number(cell.dataset.value) : null);

export class Profile {
  constructor() {
    this.element = document.getElementById("profile-plot");
    this.plot = null;
    if (!this.element) return;
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      this.#draw();
    });
    seen.observe(this.element);
  }

  /** The table came anew: draw its numbers in place of the old ones. */
  update() {
    this.plot?.setData(this.#read());
  }

  /** Paragraphs, source, translation: the first two columns of numbers. */
  #read() {
    const rows = [...document.querySelectorAll("[data-profile] tbody tr")];
    return [rows.map((row) => Number(row.querySelector("a").textContent)), ...[0, 1].map((side) => rows.map((row) => number(row.querySelectorAll("td")[side])))];
  }

  async #draw() {
    const uPlot = await this.#load();
    if (!uPlot) return; // the table has the numbers
    const colour = (side) => () => getComputedStyle(document.querySelector(`.key.${side}`)).color;
    const quiet = () => getComputedStyle(document.querySelector(".profile h2")).color;
    const line = () => getComputedStyle(document.querySelector(".profile")).borderTopColor;
    const axis = { font: FONT, stroke: quiet, grid: { stroke: line, width: 1 }, ticks: { show: false } };
    this.plot = new uPlot(
      {
        ...this.#size(),
        legend: { show: false },
        scales: { x: { time: false }, y: { range: (_plot, low, high) => uPlot.rangeNum(low ?? 0, high ?? 1, 0.1, true) } },
        axes: [
          { ...axis, size: 18, gap: 2, space: 40, grid: { show: false }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
          { ...axis, size: AXIS_PX, gap: 4, space: 18 },
        ],
        series: [
          {},
          { stroke: colour("source"), width: 1.5, dash: [4, 2], points: { size: 4 } },
          { stroke: colour("target"), width: 1.5, points: { size: 4 } },
        ],
        cursor: { y: false, drag: { x: false, y: false } },
        hooks: { setCursor: [(plot) => this.#say(plot.cursor.idx)] },
      },
      this.#read(),
      this.element,
    );
    this.place = Object.assign(document.createElement("span"), { className: "plot-place" });
    this.plot.root.append(this.place);
    // Captured: the plot keeps clicks to itself, taking them for the end of a drag.
    this.element.addEventListener("click", (event) => this.#go(event.clientX), { capture: true });
    new ResizeObserver(() => this.plot.setSize(this.#size())).observe(this.element);
    const redraw = () => this.plot.redraw(false);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  #load() {
    return new Promise((resolve) => {
      const script = Object.assign(document.createElement("script"), { src: this.element.dataset.script });
      script.onload = () => resolve(window.uPlot);
      script.onerror = () => resolve(null);
      document.head.append(script);
    });
  }

  #size() {
    return { width: Math.max(1, this.element.clientWidth), height: this.element.clientHeight };
  }

  #say(index) {
    if (!this.place) return;
    const words = (side) => this.plot.data[side][index] ?? "–";
    const paragraph = t("Paragraph {number}", { number: this.plot.data[0][index] });
    this.place.textContent = index == null ? "" : `${paragraph}: ${words(1)} | ${words(2)}`;
  }

  #go(x) {
    const index = this.plot.posToIdx(x - this.plot.over.getBoundingClientRect().left);
    document.getElementById(`paragraph-${this.plot.data[0][index]}`)?.click();
  }
}
