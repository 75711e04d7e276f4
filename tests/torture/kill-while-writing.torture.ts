import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { openReadOnly } from '#main/platform/database/open-database.ts'
import { writeReport } from './torture-report.ts'
import { cases, prepareShop, type TortureShop } from './torture-shop.ts'

interface Attempt {
  readonly commandId: string
  readonly orderId: string
}
interface Run {
  readonly acknowledged: readonly Attempt[]
  /** Sent, but killed before the answer: its effect is there or not, and sending it again must not make two. */
  readonly unknown: Attempt | undefined
  readonly problems: readonly string[]
  readonly resent: 'new' | 'again' | undefined
}

let shop: TortureShop
beforeAll(async () => {
  shop = await prepareShop()
})
afterAll(() => rmSync(shop.folder, { recursive: true, force: true }))

test('[D1] [D3] kill -9 while orders are written: nothing acknowledged is lost, nothing is half, resending has one effect', async () => {
  const kills = cases(200, 12)
  const acknowledged = new Map<string, string>()
  let unknown: Attempt | undefined
  let unknowns = 0
  let foundDone = 0
  for (let round = 0; round < kills; round += 1) {
    const run = await writeUntilKilled(shop, unknown, Math.random() * 60)
    expect(run.problems).toEqual([])
    if (unknown !== undefined) {
      unknowns += 1
      if (run.resent === 'again') foundDone += 1
    }
    for (const { commandId, orderId } of run.acknowledged) acknowledged.set(commandId, orderId)
    unknown = run.unknown
    inspect(shop.folder, acknowledged)
  }
  writeReport('kill -9 while orders are written (D1, D3)', {
    kills,
    acknowledged: acknowledged.size,
    'resent unknown commands': unknowns,
    'of which already committed': foundDone,
    failures: 0,
  })
})

/** Starts a writer, lets it acknowledge one order, then kills it after a random while. */
function writeUntilKilled(
  { folder, productId, partyId }: TortureShop,
  resend: Attempt | undefined,
  delay: number,
): Promise<Run> {
  return new Promise((resolve) => {
    const acknowledged: Attempt[] = []
    const problems: string[] = []
    let tried: Attempt | undefined
    let resent: Run['resent']
    const again = resend === undefined ? [] : [`${resend.commandId},${resend.orderId}`]
    const child: ChildProcess = spawn(
      process.execPath,
      [join(import.meta.dirname, 'order-writer.ts'), folder, productId, partyId, ...again],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    if (child.stdout === null) throw new Error('the writer has no output')
    child.stderr?.on('data', (data: Buffer) => problems.push(data.toString()))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, commandId = '', orderId = ''] = line.split(' ')
      if (word === 'try') tried = { commandId, orderId }
      else if (word === 'ack') {
        acknowledged.push({ commandId, orderId })
        if (resend?.commandId === commandId) resent = line.endsWith('again') ? 'again' : 'new'
        tried = undefined
        if (acknowledged.length === 1) setTimeout(() => child.kill('SIGKILL'), delay)
      } else if (word !== 'open') problems.push(line)
    })
    child.on('close', () => resolve({ acknowledged, unknown: tried, problems, resent }))
  })
}

/** Looks at the folder as it was left, through a connection of its own. */
function inspect(folder: string, acknowledged: ReadonlyMap<string, string>): void {
  const db = openReadOnly(join(folder, 'counterproof.db'))
  try {
    const known = db.read<{ id: string }>('select id from commands where id = ?')
    const order = db.read<{ lines: number; number: string | null; gross_amount: number }>(
      'select (select count(*) from sales_order_lines l where l.sales_order_id = o.id) lines, number, gross_amount from sales_orders o where id = ?',
    )
    const lost = [...acknowledged].filter(
      ([commandId, orderId]) => known.get(commandId) === undefined || order.get(orderId) === undefined,
    )
    const half = db
      .read(
        'select id from sales_orders o where number is null or (select count(*) from sales_order_lines l where l.sales_order_id = o.id) <> 3 or not exists (select 1 from docs d where d.id = o.id)',
      )
      .all()
    const series = db
      .read<{ n: number; low: number; high: number }>(
        `select count(*) n, min(counter) low, max(counter) high from document_numbers where series = 'sales_order'`,
      )
      .get()
    const twice = db
      .read(`select doc from changes where entity = 'sales_order' and kind = 'create' group by doc having count(*) > 1`)
      .all()
    const orders = db.read<{ n: number }>('select count(*) n from sales_orders').get()
    const station =
      db.read<{ value: string }>(`select value from station_facts where name = 'station_id'`).get()?.value ?? ''
    const chain = checkChain(db, station)
    const integrity = db.read<{ quick_check: string }>('pragma quick_check').get()?.quick_check
    expect({ lost, half, twice, chain: chain.whole, integrity, series }).toEqual({
      lost: [],
      half: [],
      twice: [],
      chain: true,
      integrity: 'ok',
      series: { n: orders?.n, low: 1, high: orders?.n },
    })
  } finally {
    db.close()
  }
}
