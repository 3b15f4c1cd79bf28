import assert from "node:assert/strict";
import { test } from "node:test";
import { gap, tileSize } from "./grid-size.ts";

const areas = { desktop: [1240, 620], phone: [370, 600], lying: [700, 240] } as const;

test("from one to twelve tiles fit into the area, on every screen", () => {
  for (const [name, [width, height]] of Object.entries(areas)) {
    for (let count = 1; count <= 12; count++) {
      const tile = tileSize(count, width, height);
      const columns = Math.floor((width + gap) / (tile.width + gap));
      const rows = Math.ceil(count / columns);
      assert.ok(rows * (tile.height + gap) - gap <= height, `${name} ${count}: ${JSON.stringify(tile)}`);
      assert.ok(
        count * tile.width * tile.height > width * height * 0.35,
        `${name} ${count}: too little of it`,
      );
    }
  }
});

test("two stand side by side on a desktop, and above each other on a phone", () => {
  assert.ok(tileSize(2, ...areas.desktop).width < 640);
  assert.ok(tileSize(2, ...areas.phone).width > 300);
});

test("nothing fits where there is no room", () => {
  assert.deepEqual(tileSize(3, 0, 0), { width: 0, height: 0 });
});
