import { restoreBackup } from "../index.ts";
import { migrateTo } from "./schema.ts";

/** A restore that stops between the schema and the rows, for a test that kills it there. */
const { owner, superuser, file } = JSON.parse(process.argv[2] ?? "{}");

await restoreBackup({
  target: superuser,
  file,
  migrateTo: async (number) => {
    await migrateTo(owner, number);
    process.stdout.write("migrated\n");
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
  log: () => undefined,
});
