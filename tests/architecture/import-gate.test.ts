import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const outcome = z.object({
  findings: z.array(z.object({ rule: z.string(), from: z.string(), to: z.string() })),
  unseen: z.array(z.string()),
})

test('the gate closes on every file of the bad fixture, for its own reason', () => {
  const run = spawnSync(
    process.execPath,
    ['scripts/import-gate.mjs', '--json', '--base', 'tests/architecture/bad-fixture'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const { findings, unseen } = outcome.parse(JSON.parse(run.stdout))

  expect(run.status).toBe(1)
  expect(unseen).toEqual([])
  expect(findings.map((each) => `${each.from}: ${each.rule}`)).toEqual([
    'src-cloud/sync/uses-rules.ts: cloud',
    'src-main/app/reaches-inside.ts: main-app',
    'src-main/app/uses-hono.ts: package-owner',
    'src-main/electron/knows-a-feature.ts: electron-shell',
    'src-main/electron/preload/knows-the-app.ts: preload',
    'src-main/headless/knows-a-feature.ts: headless-shell',
    'src-main/parties/knows-a-later-feature.ts: feature-order',
    'src-main/platform/database/imports-nothing.ts: resolves',
    'src-main/platform/database/imports-tests.ts: nothing-imports-tests',
    'src-main/platform/database/imports-tests.ts: platform',
    'src-main/platform/database/knows-a-feature.ts: platform',
    'src-main/platform/net/opens-a-database.ts: package-owner',
    'src-main/platform/net/uses-a-test-runner.ts: declared',
    'src-main/platform/net/uses-a-test-runner.ts: package-without-owner',
    'src-main/sales-orders/commands/reads-tables.ts: package-owner',
    'src-main/sales-orders/reaches-inside.ts: main-feature',
    'src-main/sales-orders/uses-electron-later.ts: package-owner',
    'src-main/sales-orders/uses-node.ts: node-through-platform',
    'src-renderer/app/reaches-inside.ts: renderer-app',
    'src-renderer/client/knows-a-feature.ts: renderer-client',
    'src-renderer/main.tsx: renderer-root',
    'src-renderer/parties/reaches-main.ts: renderer-feature',
    'src-renderer/parties/uses-node.ts: pure',
    'src-renderer/sales-orders/reaches-inside.ts: renderer-feature',
    'src-renderer/ui/knows-the-client.ts: renderer-ui',
    'src-shared/kernel/cycle-one.ts: no-cycles',
    'src-shared/kernel/knows-a-feature.ts: kernel-alone',
    'src-shared/kernel/uses-react.ts: package-owner',
    'src-shared/parties/knows-a-later-feature.ts: feature-order',
    'src-shared/parties/knows-the-contract.ts: shared-feature',
    'src-shared/parties/uses-node.ts: pure',
  ])
}, 30_000)
