import pg from 'pg'
import { expect, test } from 'vitest'
import { checkSettled, cloudRows, notInStep } from './sync-settled.ts'
import { openSyncTortureShop, type SyncTortureShop, within } from './sync-shop.ts'
import { writeReport } from './torture-report.ts'
import { cases } from './torture-shop.ts'

const healsWithin = 60_000

/**
 * Fails half of the pushes, as a serialisation failure or a deadlock in turns, in the middle of one or at its commit, until so
 * many have failed. A sequence counts them, because it alone outlives the rollback.
 */
const injection = (failures: number): string => `
create sequence torture_failures;
grant usage on sequence torture_failures to public;
create function torture_fail() returns trigger language plpgsql as $$
declare no bigint;
begin
  if random() < 0.25 then
    no := nextval('torture_failures');
    if no <= ${failures} then
      raise exception 'injected' using errcode = case when no % 2 = 0 then '40001' else '40P01' end;
    end if;
  end if;
  return null;
end $$;
create trigger torture_in_the_middle after insert on changes for each statement execute function torture_fail();
create constraint trigger torture_at_commit after update on tenant_head deferrable initially deferred
  for each row execute function torture_fail();`

test('[Y5] [Y6] deadlocks and serialisation failures: every push succeeds in the end, and once', async (context) => {
  const failures = cases(500, 16)
  const shop = await openSyncTortureShop(context)
  const own = new pg.Client({ connectionString: shop.database.connectionString })
  try {
    const second = await openSecond(shop)
    await own.connect()
    await own.query(injection(failures))
    const acknowledged = [new Set<string>(), new Set<string>()]
    const stations = [shop.first, second]
    const injected = async (): Promise<number> => {
      const { rows } = await own.query<{ n: string }>('select last_value n from torture_failures')
      return Number(rows[0]?.n)
    }
    for (let count = 0; (await injected()) < failures; count += 1)
      for (const [index, station] of stations.entries()) {
        const commandId = crypto.randomUUID()
        await station.command('party.change', { id: shop.partyId, phone: phone(count, index) }, commandId)
        acknowledged[index]?.add(commandId)
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    const healing = await settle(shop, [shop.first.folder, second.folder])
    const { changes } = await checkSettled(
      shop.database.connectionString,
      stations.map(({ folder }, index) => ({ folder, acknowledged: acknowledged[index] ?? new Set() })),
    )
    expect(shop.cloud.faults).toEqual([])
    expect(stations.flatMap(({ problems }) => problems)).toEqual([])
    writeReport('40001 and 40P01 injected into pushes, in the middle and at the commit (Y5, Y6)', {
      ...{
        'injected failures': failures,
        'commands acknowledged': acknowledged.reduce((sum, { size }) => sum + size, 0),
      },
      ...{ changes, 'healing in ms': healing, failures: 0 },
    })
  } finally {
    await own.end()
    await shop.close()
  }
})

test('[Y5] [C7] a real deadlock and a lock that somebody else holds too long: the push comes again and counts once', async (context) => {
  const shop = await openSyncTortureShop(context)
  const other = new pg.Client({ connectionString: shop.database.connectionString })
  try {
    await settle(shop, [shop.first.folder])
    await other.connect()
    // The push waits for the other's row and the other for the push's: it is the push that notices.
    await other.query(`begin; set local deadlock_timeout = '1min'; select 1 from stations for update`)
    const deadlocked = crypto.randomUUID()
    await shop.first.command('party.change', { id: shop.partyId, phone: '+31201111111' }, deadlocked)
    await within(10_000, async () => ((await waiting(shop)) > 0 ? null : 'no push waits'))
    await other.query('select 1 from tenant_head for update')
    await other.query('commit')
    await settle(shop, [shop.first.folder])
    const { rows } = await other.query<{ n: number }>(
      'select sum(deadlocks)::int n from pg_stat_database where datname = current_database()',
    )
    expect(rows).toEqual([{ n: 1 }])

    await other.query('begin; select 1 from tenant_head for update')
    const locked = crypto.randomUUID()
    await shop.first.command('party.change', { id: shop.partyId, phone: '+31202222222' }, locked)
    await within(20_000, async () =>
      shop.cloud.busy.some((line) => line.includes('lock timeout')) ? null : 'nobody was told to come again',
    )
    await other.query('commit')
    await settle(shop, [shop.first.folder])
    const kept = (await cloudRows(shop.database.connectionString)).map(({ command_id }) => command_id)
    expect(kept.filter((each) => each === deadlocked || each === locked)).toEqual([deadlocked, locked])
    expect(shop.cloud.faults).toEqual([])
  } finally {
    await other.end()
    await shop.close()
  }
})

async function openSecond(shop: SyncTortureShop) {
  const line = await shop.line()
  const { code } = await shop.first.local('sync.pairingCode', {})
  const second = await shop.home.join('b', line.url, code)
  await settle(shop, [shop.first.folder, second.folder])
  second.actAs(shop.first.administratorId)
  return second
}

function settle(shop: SyncTortureShop, folders: readonly string[]): Promise<number> {
  return within(healsWithin, async () => {
    const { length } = await cloudRows(shop.database.connectionString)
    return folders.map((folder) => notInStep(folder, length)).find((each) => each !== null) ?? null
  })
}

/** How many of the cloud's connections stand before a lock. */
async function waiting(shop: SyncTortureShop): Promise<number> {
  const client = new pg.Client({ connectionString: shop.database.connectionString })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where application_name = 'counterproof-cloud' and wait_event_type = 'Lock'`,
    )
    return rows.length
  } finally {
    await client.end()
  }
}

function phone(count: number, index: number): string {
  return `+3120${String(1_000_000 + count * 2 + index).padStart(7, '0')}`
}
