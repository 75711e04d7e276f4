import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openReadOnly } from '#main/platform/database/open-database.ts'
import { writeReport } from './torture-report.ts'
import { cases } from './torture-shop.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('[D11] kill -9 during a migration that rebuilds a table: the old version or the new one, never between', async () => {
  const kills = cases(50, 4)
  let old = 0
  let upgraded = 0
  for (let round = 0; round < kills; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'counterproof-migration-'))
    folders.push(folder)
    await run(folder, 'fill')
    await run(folder, 'upgrade', Math.random() * 900)
    const db = openReadOnly(join(folder, 'test.db'))
    const version = db.read<{ user_version: number }>('pragma user_version').get()?.user_version
    const table = version === 20 ? 'pallets' : 'crates'
    const sums = db.read(`select count(*) n, sum(weight) weight from ${table}`).get()
    const others = db
      .read(`select name from sqlite_master where type = 'table' and name in ('crates', 'pallets')`)
      .all()
    expect({ sums, others }).toEqual({ sums: { n: 60_000, weight: 1_800_030_000 }, others: [{ name: table }] })
    expect(db.read<{ integrity_check: string }>('pragma integrity_check').get()?.integrity_check).toBe('ok')
    db.close()
    if (version === 20) upgraded += 1
    else old += 1
  }
  writeReport('kill -9 during a migration (D11)', {
    kills,
    'old version found': old,
    'new version found': upgraded,
    neither: 0,
  })
})

function run(folder: string, what: 'fill' | 'upgrade', killAfter?: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'migration-runner.ts'), folder, what], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.on('data', () => {
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.on('close', (code) =>
      code === 0 || killAfter !== undefined ? resolve() : reject(new Error(`${what} ended with ${code}`)),
    )
  })
}
