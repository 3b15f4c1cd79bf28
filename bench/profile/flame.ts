import type { Layer } from "./layers.ts";
import type { Branch } from "./tree.ts";

const width = 1200;
const row = 16;
const head = 24;

/** Frames below this part of the whole are left out of the picture, so that it stays small. */
const least = 0.005;

const colours: Record<Layer, string> = {
  HTTP: "#8fb8de",
  authentication: "#f2b880",
  tenancy: "#d7a9e3",
  SQL: "#8bc6a3",
  operation: "#f5d76e",
  serialisation: "#f19c99",
  "what follows": "#b8b08d",
  "garbage collection": "#b0b7bf",
  "native code": "#dfe3e6",
};

/** A flame graph as an SVG document: one row for each depth of the stack, width for time, colour for the layer. */
export function drawFlames(title: string, root: Branch): string {
  const rectangles: string[] = [];
  let depth = 0;
  const draw = (branch: Branch, left: number, level: number) => {
    depth = Math.max(depth, level);
    rectangles.push(rectangle(branch, left, level, branch.count / root.count));
    let next = left;
    for (const child of branch.branches) {
      const share = child.count / root.count;
      if (share >= least) draw(child, next, level + 1);
      next += share;
    }
  };
  draw(root, 0, 0);
  const height = head + row * (depth + 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="6" y="16" font-size="13">${escaped(title)}</text>`,
    ...rectangles,
    "</svg>\n",
  ].join("\n");
}

function rectangle({ label, layer }: Branch, left: number, level: number, share: number): string {
  const x = left * width;
  const y = head + level * row;
  const wide = share * width;
  const words = shorten(label, Math.floor((wide - 6) / 6));
  const box = `<rect x="${x.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="${row - 1}" fill="${colours[layer]}"/>`;
  const text = words && `<text x="${(x + 3).toFixed(1)}" y="${y + 11}">${escaped(words)}</text>`;
  return `<g><title>${escaped(label)}: ${(share * 100).toFixed(1)} %, ${layer}</title>${box}${text}</g>`;
}

function shorten(label: string, letters: number): string {
  if (letters < 3) return "";
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
