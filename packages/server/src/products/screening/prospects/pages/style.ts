import { createLook, palette } from "#http/page.ts";
import { html } from "#kernel/html.ts";

/**
 * Everything is below `main.plain`: where the chat takes the page over, none of it is left but the colours. Its own
 * styles come after these, so that what both call by one name is to be one colour.
 */
export const look = createLook(html`${palette}
:root { --edge: #7c8695; --quiet: #535d6b; --hair: #d5dae1; --soft: #dcefed; --sunk: #e9ecf0; --alarm: #fbe5e3; --shade: 0 1px 2px rgb(16 24 32 / 8%), 0 8px 24px rgb(16 24 32 / 8%); }
@media (prefers-color-scheme: dark) { :root { --edge: #7d8896; --quiet: #a9b3bf; --hair: #333c47; --soft: #17393a; --sunk: #262d36; --alarm: #43201f; --shade: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 30%); } }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main.plain { max-width: 40rem; margin: 0 auto; padding: 0 1rem 3rem; overflow-wrap: anywhere; }
.plain h1, .plain h2, .plain p, .plain fieldset, .plain dl, .plain dd, .plain ol, .plain ul { margin: 0; padding: 0; border: 0; min-width: 0; }
.plain a { color: var(--act); text-underline-offset: .15em; }
.plain :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; border-radius: 4px; }
.plain [tabindex="-1"]:focus-visible { outline: none; }
.plain .said { white-space: pre-line; }
.plain .quiet { color: var(--quiet); font-size: .9375rem; }
.plain .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.plain .trap { display: none; }
.plain .head { display: flex; flex-wrap: wrap; gap: .125rem 1rem; align-items: baseline; justify-content: space-between; padding: 1.25rem .25rem .875rem; }
.plain .head h1 { font-size: 1rem; font-weight: 600; line-height: 1.35; }
.plain .card { padding: 1.5rem 1.25rem; background: var(--card); border-radius: 14px; box-shadow: var(--shade); }
.plain .card + .card, .plain .card + .aside, .plain .aside + .aside { margin-top: 1rem; }
.plain .alone { margin-top: clamp(1rem, 8vh, 5rem); }
.plain .card > * + *, .plain .aside > * + * { margin-top: 1rem; }
.plain .title { font-size: 1.5rem; font-weight: 700; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
.plain .question { display: block; font-size: 1.3125rem; font-weight: 650; line-height: 1.3; padding: 0; text-wrap: pretty; }
.plain .question .quiet { font-weight: 400; white-space: nowrap; }
.plain form > * + *, .plain fieldset > * + * { margin-top: .75rem; }
.plain form > input[type=hidden] + * { margin-top: 0; }
.plain input:not([type=radio], [type=checkbox], [type=file]), .plain textarea { display: block; width: 100%; min-height: 48px; padding: .625rem .875rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: inherit; font: inherit; font-size: 1.0625rem; }
.plain textarea { min-height: 9rem; resize: vertical; }
.plain input[type=number] { appearance: textfield; }
.plain input[type=number]::-webkit-inner-spin-button, .plain input[type=number]::-webkit-outer-spin-button { appearance: none; margin: 0; }
.plain input[type=date] { max-width: 14rem; }
.plain input[type=file] { display: block; width: 100%; padding: 1rem; border: 1px dashed var(--edge); border-radius: 10px; color: inherit; font: inherit; }
.plain input[type=file]::file-selector-button { margin-right: .75rem; padding: .5rem .875rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--sunk); color: var(--ink); font: inherit; font-weight: 600; }
.plain [aria-invalid=true]:not(fieldset) { border: 2px solid var(--bad); }
.plain .money { display: flex; align-items: center; gap: .75rem; max-width: 18rem; }
.plain .money > :last-child { margin: 0; }
.plain .unit { flex: none; color: var(--quiet); font-weight: 600; }
.plain .choice { display: flex; gap: .75rem; align-items: center; min-height: 48px; padding: .625rem .875rem; border: 1px solid var(--hair); border-radius: 10px; cursor: pointer; }
.plain .choice + .choice { margin-top: .5rem; }
.plain .choice:hover { border-color: var(--edge); }
.plain .choice:has(:checked) { border-color: var(--act); background: var(--soft); box-shadow: inset 0 0 0 1px var(--act); }
.plain .choice:has(:focus-visible) { outline: 3px solid var(--act); outline-offset: 2px; }
.plain .choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--act); outline: none; }
.plain .fault { color: var(--bad); font-weight: 600; }
.plain .faults { padding: .875rem 1rem; border-left: 4px solid var(--bad); border-radius: 4px 10px 10px 4px; background: var(--alarm); }
.plain .faults h2 { font-size: 1rem; }
.plain .faults ul { list-style: none; }
.plain .faults a { color: var(--bad); font-weight: 600; }
.plain .actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-top: 1.5rem; }
.plain button, .plain .button { display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: .625rem 1.5rem; border: 1px solid transparent; border-radius: 10px; background: var(--act); color: var(--on); font: inherit; font-weight: 650; text-align: center; text-decoration: none; cursor: pointer; }
.plain button:hover, .plain .button:hover { filter: brightness(1.08); }
.plain button.light { border-color: var(--edge); background: transparent; color: var(--ink); }
.plain button:active { transform: translateY(1px); }
.plain .aside { padding: 1rem 1.25rem; }
.plain .card .aside { padding: 0; }
.plain h2.label { font-size: .9375rem; font-weight: 650; color: var(--quiet); }
.plain .answers > div { padding: .75rem 0; border-top: 1px solid var(--hair); }
.plain .answers > div:first-child { border-top: 0; padding-top: 0; }
.plain .answers dt { color: var(--quiet); font-size: .9375rem; }
.plain .answers dd { display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
.plain .answers dd > span { white-space: pre-line; min-width: 0; }
.plain .answers a { flex: none; padding: .25rem 0; font-size: .9375rem; }
.plain .tongues { display: flex; flex-wrap: wrap; gap: .25rem .5rem; list-style: none; }
.plain .tongues a { display: inline-block; padding: .5rem .75rem; border: 1px solid var(--hair); border-radius: 999px; line-height: 1.5; text-decoration: none; }
.plain .tongues a[aria-current] { border-color: var(--act); background: var(--soft); color: var(--ink); font-weight: 600; }
.plain summary { min-height: 44px; display: flex; align-items: center; color: var(--act); font-weight: 600; cursor: pointer; }
.plain summary::before { content: "+"; width: 1.25rem; }
.plain details[open] summary::before { content: "\\2212"; }
.plain .link { padding: .75rem; border-radius: 10px; background: var(--sunk); font-size: .9375rem; user-select: all; }
.plain .steps { list-style: none; }
.plain .steps li { position: relative; padding: 0 0 1.25rem 2rem; }
.plain .steps li::before { content: ""; position: absolute; left: 0; top: .25rem; width: 1rem; height: 1rem; border: 2px solid var(--edge); border-radius: 50%; background: var(--card); }
.plain .steps li:not(:last-child)::after { content: ""; position: absolute; left: calc(.5rem + 1px); top: 1.5rem; bottom: -.125rem; width: 2px; background: var(--hair); }
.plain .steps .done::before { background: var(--act); border-color: var(--act); }
.plain .steps .now::before { border-color: var(--act); border-width: 5px; }
.plain .steps .ahead { color: var(--quiet); }
.plain .steps .now strong { font-weight: 700; }
.plain .steps strong { font-weight: 600; }
@media (max-width: 30rem) { .plain .actions > button, .plain .actions > .button { width: 100%; } .plain .actions > a { padding: .5rem 0; } }
@media (min-width: 48rem) { .plain .card { padding: 2rem; } }
`);
