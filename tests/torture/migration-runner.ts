// Fills a database of version 10 with 60,000 rows, or brings it to version 20 by copying them. Run as a process of its own.
import { join } from 'node:path'
import { type Migration, migrate } from '#main/platform/database/migrator.ts'
import { openWritable } from '#main/platform/database/open-database.ts'

const [folder = '', what] = process.argv.slice(2)
const crates: Migration = {
  number: 10,
  intent: 'crates',
  sql: 'create table crates (id integer primary key, weight integer not null) strict',
}
const pallets: Migration = {
  number: 20,
  intent: 'pallets',
  sql: `create table pallets (id integer primary key, weight integer not null, label text not null) strict;
    insert into pallets select id, weight, 'pallet ' || id from crates;
    create index ix_pallets__label on pallets (label);
    drop table crates;`,
}
const db = openWritable(join(folder, 'test.db'))
const now = (): string => new Date().toISOString()
if (what === 'fill') {
  migrate(db, [crates], join(folder, 'backups'), now)
  db.transact(() => {
    const insert = db.write('insert into crates values (?, ?)')
    for (let id = 1; id <= 60_000; id += 1) insert.run(id, id)
  })
} else {
  process.stdout.write('go\n')
  migrate(db, [crates, pallets], join(folder, 'backups'), now)
}
db.driver.close()
