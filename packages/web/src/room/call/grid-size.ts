/** Pixels between two tiles. */
export const gap = 10;

/** Tiles are no wider than cameras see; how much of their sides may be cut off depends on how the screen is held. */
const widest = 16 / 9;
const narrowest = { lying: 4 / 3, upright: 1 };

/** How large each tile is, in pixels, so that so many of them fill the area best; rows may be left incomplete. */
export function tileSize(count: number, width: number, height: number): { width: number; height: number } {
  let best = { width: 0, height: 0 };
  const least = width > height ? narrowest.lying : narrowest.upright;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const size = shape((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows, least);
    if (size.width * size.height > best.width * best.height) best = size;
  }
  return best;
}

function shape(width: number, height: number, least: number): { width: number; height: number } {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  return {
    width: Math.floor(Math.min(width, height * widest)),
    height: Math.floor(Math.min(height, width / least)),
  };
}
