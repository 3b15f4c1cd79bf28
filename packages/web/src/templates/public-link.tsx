import { announce } from "#design/announcer.tsx";
import { Hidden } from "#design/hidden.tsx";
import { Icon } from "#design/icon.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { publicPath } from "./template.ts";
import styles from "./templates.module.css";
import { text as all } from "./text.ts";

const text = all.link;

/** The address that prospects get, to open and to copy. */
export function PublicLink({ slug, name }: { slug: string; name: string }) {
  const address = `${location.origin}${publicPath(slug)}`;
  return (
    <div className={styles.link}>
      <a href={publicPath(slug)} target="_blank" rel="noopener noreferrer" className={styles.address}>
        <Hidden>{text.open(name)} </Hidden>
        <span>{address.replace(/^https?:\/\//, "")}</span>
        <Icon name="external" />
      </a>
      <IconButton label={text.copy} icon="copy" onPress={() => void copy(address)} />
    </div>
  );
}

async function copy(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    announce(text.copied);
  } catch {
    // Without https, browsers give no clipboard to pages.
    announce(text.copyFailed(address), { tone: "bad" });
  }
}
