import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type PackedText, packText, unpackText } from '#main/platform/changes/packed-text.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let open: TestShop | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

/** Kept at this station by design; everything else in the database may travel, be exported or be restored elsewhere. */
const credentialTable = 'credentials'

/** A secret as it might have leaked: in clear or as a hash that a computer undoes in a second. */
function traces(secret: string): string[] {
  const forms = [secret, JSON.stringify(secret), secret.replaceAll('-', '')]
  return [
    ...forms,
    ...forms.flatMap((each) =>
      ['sha256', 'sha512', 'sha1', 'md5'].flatMap((kind) => {
        const hash = createHash(kind).update(each)
        const hex = hash.copy().digest('hex')
        return [hex, hash.digest('base64')]
      }),
    ),
  ]
}

function textOf(value: unknown): string {
  return Buffer.isBuffer(value)
    ? `${value.toString('hex')} ${value.toString('latin1')} ${unpacked(value)}`
    : String(value)
}

/** Long payloads and documents are kept packed: what leaked into one would not show in its bytes. */
function unpacked(value: PackedText): string {
  try {
    return unpackText(value)
  } catch {
    return ''
  }
}

test('[U7] [X11] no secret, and no plain hash of one, is in any table, file or log line', async () => {
  const shop = await createTestShop()
  open = shop
  const secrets = ['Zilverwit papier 170 g', '48291573', 'Tweede zin voor Noor', '73026419', 'Derde zin na verlies']
  const [first = '', pin = '', second = '', ownPin = '', third = ''] = secrets
  const { recoveryCode } = await shop.local('credential.setFirst', { password: first, pin })
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'counter' })
  await shop.local('user.setPassword', { userId: id, password: second })
  await shop.local('session.signIn', { userId: id, proof: { password: second } })
  await shop.local('credential.changePin', { proof: { password: second }, pin: ownPin })
  await shop.refusal('local', 'session.signIn', { userId: id, proof: { pin } })
  const next = await shop.local('session.signInWithRecoveryCode', {
    userId: shop.administratorId,
    code: recoveryCode,
    password: third,
  })
  // A caller that sends a secret where none belongs is refused, and nothing of it stays.
  await shop.refusal('command', 'user.add', { name: 'Piotr', role: 'warehouse', password: first })

  const canaries = [...secrets, recoveryCode, next.recoveryCode].flatMap(traces)
  const { db } = shop.app.station
  const tables = db
    .read<{ name: string }>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .all()
  const found = tables
    .filter(({ name }) => name !== credentialTable)
    .flatMap(({ name }) => {
      const rows = db
        .read<Record<string, unknown>>(`select * from "${name}"`)
        .all()
        .map((row) => Object.values(row).map(textOf).join(' '))
      return canaries.filter((canary) => rows.some((row) => row.includes(canary))).map((canary) => [name, canary])
    })
  expect(found).toEqual([])

  const kept = db.read<Record<string, string | null>>(`select * from ${credentialTable}`).all()
  const hashes = kept.flatMap(({ user_id: _, ...row }) => Object.values(row).filter((each) => each !== null))
  expect(hashes).toHaveLength(5)
  for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)

  const bytes = ['counterproof.db', 'counterproof.db-wal'].map((file) =>
    readFileSync(join(shop.folder, file)).toString('latin1'),
  )
  expect(canaries.filter((canary) => canary.length > 6 && bytes.some((text) => text.includes(canary)))).toEqual([])
  expect(JSON.stringify(shop.problems)).toBe('[]')
})

test('[U7] the check itself finds a secret that a command was made to carry', async () => {
  const shop = await createTestShop()
  open = shop
  await shop.command('user.add', { name: 'Zilverwit papier 170 g', role: 'counter' })
  const rows = shop.app.station.db.read<{ payload: PackedText }>('select payload from changes').all()
  const carries = (value: PackedText) => traces('Zilverwit papier 170 g').some((each) => textOf(value).includes(each))
  expect(rows.some((row) => carries(row.payload))).toBe(true)
  const long = packText(`${'once upon a time '.repeat(200)}Zilverwit papier 170 g`)
  expect(Buffer.isBuffer(long) && carries(long)).toBe(true)
})
