import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeReport } from './torture-report.ts'
import { cases, prepareShop, type TortureShop } from './torture-shop.ts'

let shop: TortureShop
beforeAll(async () => {
  shop = await prepareShop()
})
afterAll(() => rmSync(shop.folder, { recursive: true, force: true }))

test('[D14] [D15] of several openers at the same moment one opens and the others say who has it; a killed owner leaves nothing in the way', async () => {
  const races = cases(50, 4)
  for (let race = 0; race < races; race += 1) {
    const results = await Promise.all([1, 2, 3].map(() => open(shop.folder)))
    expect(results.filter((each) => each.outcome === 'opened')).toHaveLength(1)
    expect(results.filter((each) => each.outcome === 'inUse')).toHaveLength(2)
    for (const each of results) each.kill()
    await Promise.all(results.map((each) => each.ended))
  }
  writeReport('three openers at one data folder, the winner killed (D14, D15)', { races, failures: 0 })
})

interface Opener {
  readonly outcome: string
  readonly ended: Promise<void>
  kill(): void
}

/** Starts an opener; a loser ends by itself, the winner holds on until it is killed. */
function open(folder: string): Promise<Opener> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'folder-opener.ts'), folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>((done) => child.on('close', () => done()))
    let problem = ''
    child.stderr.on('data', (data: Buffer) => {
      problem += data.toString()
    })
    child.stdout.on('data', (data: Buffer) =>
      resolve({ outcome: data.toString().trim(), ended, kill: () => child.kill('SIGKILL') }),
    )
    child.on('close', () => resolve({ outcome: `ended: ${problem}`, ended, kill: () => {} }))
  })
}
