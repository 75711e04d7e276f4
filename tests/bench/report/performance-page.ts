import type { FillingRecord } from '../bench-database.ts'
import { asMarkdown, type Line } from './table.ts'
import type { MachineFacts } from './this-machine.ts'

/** `docs/performance.md`: the table with all that it takes to judge or repeat it. */
export function performancePage(
  lines: readonly Line[],
  machine: MachineFacts,
  filling: FillingRecord,
  at: string,
): string {
  const orders = filling.orders.toLocaleString('en')
  return `# Performance

Measured on ${at.slice(0, 10)} with ${orders} orders of 3 lines and ${filling.customers.toLocaleString('en')} customers.
Written by \`npm run bench -- --docs\`; \`npm run bench -- --orders 20000\` takes a minute and writes nothing here.

| machine | |
| --- | --- |
| system | ${machine.system} |
| processor | ${machine.processor}, ${machine.cores} cores |
| memory | ${machine.memory} |
| disk | ${machine.disk} |
| Node | ${machine.node} |
| SQLite | ${machine.sqlite}, WAL, synchronous = FULL |
| load when the bench began | ${machine.load} |
| database | filled in ${Math.round(filling.seconds)} s (${Math.round(filling.processorSeconds)} s of processor time, load ${filling.load.toFixed(1)}), ${(filling.bytes / 1e9).toFixed(2)} GB |

${asMarkdown(lines)}

*Raw* is what prepared better-sqlite3 statements take for the same rows of the same file in the same run: no input to
check, no rights, no history, no rules. *In the core* is a frame handed to the core's own thread and its reply awaited;
*at the client* is the screens' client asking the headless host in another process over its WebSocket. The database is read
once from end to end before, so that its pages are at hand as after a morning's work.

The database is kept in \`.cache/bench/<orders>/\` and filled anew when the schema, the write path or the generator has
changed. No test asserts a time: what a test asserts is that each list reads by its index.
`
}

const syncHeading = '## Several stations'

/** The part of the page about several stations, which a bench of its own writes. */
export function syncPart(lines: readonly Line[], machine: MachineFacts, at: string): string {
  return `${syncHeading}

Measured on ${at.slice(0, 10)} by \`npm run bench:sync -- --docs\` (${machine.processor}, ${machine.cores} cores, load ${machine.load} when it
began): over loopback, the cloud a program of its own before a PostgreSQL that writes to its disk, tokens, guards and row policies on;
all stations in one further process, so that they share a processor.

${asMarkdown(lines)}
`
}

/** The page with this part in place of the one it had; a page without one gets it at its end. */
export function withSyncPart(page: string, part: string): string {
  const at = page.indexOf(syncHeading)
  return `${(at < 0 ? page : page.slice(0, at)).trimEnd()}\n\n${part}`
}

/** What a page says of several stations, for whoever writes the rest anew; empty where it says nothing. */
export function syncPartOf(page: string): string {
  const at = page.indexOf(syncHeading)
  return at < 0 ? '' : page.slice(at)
}
