import type { Figure } from "../figures.ts";
import { number } from "./texts.ts";

/**
 * A chart of figures as bars, each row's contestants beside its reference, which is as long in every row; as SVG with a
 * background of its own, so that it reads the same on light and on dark pages. Null where there is nothing to compare.
 */
export function chartOf(title: string, figures: readonly Figure[]): string | null {
  const shown = figures
    .filter(({ isApart }) => !isApart)
    .map((figure) => ({ figure, bars: barsOf(figure) }))
    .filter(({ bars }) => bars.length > 1);
  if (shown.length === 0) return null;
  const longest = Math.max(...shown.flatMap(({ bars }) => bars.map(({ ratio }) => ratio)));
  const scale = (width - left - right) / longest;
  let y = 44;
  const rows = shown.map(({ figure, bars }) => {
    const row = rowOf(`${figure.what} (${figure.unit})`, bars, y, scale);
    y += rowHead + bars.length * barHeight + rowGap;
    return row;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
    `<title>${plain(title)}</title>`,
    `<rect width="${width}" height="${y}" rx="6" fill="#ffffff"/>`,
    `<text x="16" y="26" font-size="15" font-weight="600">${plain(title)}</text>`,
    ...rows,
    "</svg>\n",
  ].join("\n");
}

const width = 860;
const left = 150;
const right = 130;
const [rowHead, barHeight, rowGap] = [20, 18, 12];
/** Of the reference, and of everybody else in turn; told apart by those who see few colours. */
const colours = ["#8c959f", "#0b57a4", "#c2770e", "#5f7f3a", "#8a4f9e", "#a33b3b", "#3b8a8a"];

interface Bar {
  name: string;
  /** Of the reference. */
  ratio: number;
  median: number;
}

function barsOf({ contestants }: Figure): Bar[] {
  const measured = contestants.filter(({ notMeasured, errors }) => !notMeasured && errors === 0);
  const [reference] = measured;
  if (!reference) return [];
  return measured.map(({ name, median }) => ({ name, median, ratio: median / reference.median }));
}

function rowOf(what: string, bars: readonly Bar[], top: number, scale: number): string {
  const head = `<text x="16" y="${top + 14}" font-weight="600">${plain(what)}</text>`;
  const lines = bars.map(({ name, ratio, median }, index) => {
    const y = top + rowHead + index * barHeight;
    const length = Math.max(1, ratio * scale).toFixed(1);
    const end = left + Number(length) + 6;
    return [
      `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${plain(name)}</text>`,
      `<rect x="${left}" y="${y + 2}" width="${length}" height="${barHeight - 5}" rx="2" fill="${colours[index % colours.length]}"/>`,
      `<text x="${end}" y="${y + 12}">${number(median)}${index > 0 ? ` · ${ratio.toFixed(2)}` : ""}</text>`,
    ].join("");
  });
  return [head, ...lines].join("\n");
}

const plain = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
