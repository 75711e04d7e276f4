import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

const password = 'correct horse battery'
let shop: TestShop
let noor: string
beforeEach(async () => {
  shop = await createTestShop()
  shop.actAs(shop.administratorId, 'window')
  await shop.local('credential.setFirst', { password, pin: '4711' })
  noor = (await shop.command('user.add', { name: 'Noor de Wit', role: 'counter' })).id
  await shop.local('user.setPin', { userId: noor, pin: '4711' })
})
afterEach(async () => {
  await shop.close()
})

const who = async () => {
  const { user, lockedUser } = await shop.query('session.current', {})
  return { user: user?.name ?? null, locked: lockedUser?.name ?? null }
}
const wrong = (userId = noor) => shop.refusal('local', 'session.signIn', { userId, proof: { pin: '0000' } })
const wrongPassword = () =>
  shop.refusal('local', 'session.signIn', { userId: shop.administratorId, proof: { password: 'not this one' } })

test('[U9] [U10] people sign in by name and PIN or password; two may have the same PIN', async () => {
  shop.actAs(undefined)
  expect(await shop.query('session.people', {})).toEqual({
    people: [
      { id: shop.administratorId, name: 'Marit Visser', hasPin: true, hasPassword: true },
      { id: noor, name: 'Noor de Wit', hasPin: true, hasPassword: false },
    ],
  })
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
  expect(await who()).toEqual({ user: 'Noor de Wit', locked: null })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { password } })
  expect(await who()).toEqual({ user: 'Marit Visser', locked: null })
  await shop.local('session.signOut', {})
  expect(await who()).toEqual({ user: null, locked: null })
})

test('[U9] a wrong password costs nothing five times, then 30 s, doubling up to a quarter of an hour', async () => {
  const seen: unknown[] = []
  for (let each = 0; each < 12; each += 1) {
    const refusal = await wrongPassword()
    seen.push(refusal.code === 'session.wait' ? refusal.params?.count : refusal.code)
    if (refusal.code === 'session.wait') shop.clock.advance(Number(refusal.params?.count) * 1000)
  }
  const no = 'session.wrongPassword'
  expect(seen).toEqual([no, no, no, no, no, 30, no, 60, no, 120, no, 240])
  for (let each = 0; each < 6; each += 1) {
    shop.clock.advance(900_000)
    await wrongPassword()
  }
  expect(await wrongPassword()).toEqual({ code: 'session.wait', params: { count: 900 } })
})

test('[U9] [X10] a guesser gets fewer than 40 tries an hour, however many at once', async () => {
  let tries = 0
  const end = shop.clock.now() + 3_600_000
  while (shop.clock.now() < end) {
    const answers = await Promise.all([wrongPassword(), wrongPassword(), wrongPassword(), wrong(shop.administratorId)])
    tries += answers.filter(({ code }) => code === 'session.wrongPassword' || code === 'session.wrongPin').length
    shop.clock.advance(60_000)
  }
  expect(tries).toBeGreaterThan(9)
  expect(tries).toBeLessThanOrEqual(40)
}, 60_000)

test('[U9] of many tries at once only the free ones are looked at', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, wrongPassword))
  expect(answers.filter(({ code }) => code === 'session.wrongPassword')).toHaveLength(5)
  expect(answers.filter(({ code }) => code === 'session.wait')).toHaveLength(15)
})

test('[U9] the wait outlives a restart and a clock that is set back, but not its own length', async () => {
  for (let each = 0; each < 5; each += 1) await wrongPassword()
  shop = { ...shop, ...(await shop.reopen()) }
  expect(await wrongPassword()).toEqual({ code: 'session.wait', params: { count: 30 } })
  shop.clock.set('2020-01-01T00:00:00.000Z')
  expect(await wrongPassword()).toEqual({ code: 'session.wait', params: { count: 30 } })
  shop.clock.advance(30_000)
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { password } })
})

test('[U9] a used-up PIN works again after the password, and does not hold the password up', async () => {
  for (let each = 0; each < 5; each += 1) await wrong(shop.administratorId)
  expect(await wrong(shop.administratorId)).toEqual({ code: 'session.pinUsedUp' })
  shop.clock.advance(86_400_000)
  expect(
    await shop.refusal('local', 'session.signIn', { userId: shop.administratorId, proof: { pin: '4711' } }),
  ).toEqual({ code: 'session.pinUsedUp' })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { password } })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { pin: '4711' } })
})

test('[U9] whoever has only a PIN waits instead, and one person’s failures are not another’s', async () => {
  for (let each = 0; each < 5; each += 1) await wrong()
  expect(await wrong()).toEqual({ code: 'session.wait', params: { count: 30 } })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { pin: '4711' } })
  shop.clock.advance(30_000)
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
})

test('[U9] a paired browser is a device of its own: its failures do not hold up the counter', async () => {
  const browser = shop.app.sessions.open('browser')
  const guess = { userId: shop.administratorId, proof: { password: 'not this one' } }
  for (let each = 0; each < 5; each += 1) await shop.reply('local', 'session.signIn', guess, undefined, browser)
  expect(await shop.reply('local', 'session.signIn', guess, undefined, browser)).toMatchObject({
    refusal: { code: 'session.wait' },
  })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { password } })
})

test('[U8] the recovery code opens once, with a new password and a new code, and ends other sessions', async () => {
  const { recoveryCode } = await shop.local('credential.renewRecoveryCode', { proof: { password } })
  const elsewhere = shop.sessionOf(shop.administratorId)
  shop.actAs(undefined)
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  const again = { userId: shop.administratorId, code: typed, password: 'a wholly new sentence' }
  const next = await shop.local('session.signInWithRecoveryCode', again)
  expect(await who()).toEqual({ user: 'Marit Visser', locked: null })
  expect(shop.app.sessions.viewerOf(elsewhere)).toMatchObject({ userId: null })
  expect(await shop.refusal('local', 'session.signInWithRecoveryCode', again)).toEqual({
    code: 'session.wrongRecoveryCode',
  })
  expect(next.recoveryCode).not.toBe(recoveryCode)
  await shop.local('session.signIn', {
    userId: shop.administratorId,
    proof: { password: 'a wholly new sentence' },
  })
})

test('[U11] a session locks after a quarter of an hour without a hand at it; the same person opens it again', async () => {
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
  shop.clock.advance(14 * 60_000)
  await shop.local('session.touch', {})
  shop.clock.advance(14 * 60_000)
  // Asking alone keeps nothing open: screens ask by themselves.
  expect(await who()).toEqual({ user: 'Noor de Wit', locked: null })
  shop.clock.advance(61_000)
  expect(await who()).toEqual({ user: null, locked: 'Noor de Wit' })
  expect(await shop.refusal('command', 'preference.put', { key: 'density', value: 1 })).toEqual({
    code: 'auth.notSignedIn',
  })
  expect(await shop.refusal('local', 'session.unlock', { proof: { pin: '4712' } })).toMatchObject({
    code: 'session.wrongPin',
  })
  await shop.local('session.unlock', { proof: { pin: '4711' } })
  expect(await who()).toEqual({ user: 'Noor de Wit', locked: null })
})

test('[U11] locked by hand it stays locked, and a colleague may sign in over it', async () => {
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
  await shop.local('session.lock', {})
  expect(await who()).toEqual({ user: null, locked: 'Noor de Wit' })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { pin: '4711' } })
  expect(await who()).toEqual({ user: 'Marit Visser', locked: null })
  expect(await shop.refusal('local', 'session.unlock', { proof: { pin: '4711' } })).toEqual({
    code: 'session.notLocked',
  })
})

test('[U11] a sign-in ends after 12 hours of work, also when somebody keeps setting the clock back', async () => {
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
  const start = new Date(shop.clock.now()).toISOString()
  const tenMinutes = async () => {
    shop.clock.advance(600_000)
    shop.clock.set(start)
    await shop.reply('local', 'session.touch', {})
  }
  for (let each = 0; each < 71; each += 1) await tenMinutes()
  expect(await who()).toEqual({ user: 'Noor de Wit', locked: null })
  await tenMinutes()
  await tenMinutes()
  expect(await who()).toEqual({ user: null, locked: null })
})

test('[U11] a laptop that slept does not wake up open: the wall clock counts as well', async () => {
  await shop.local('session.signIn', { userId: noor, proof: { pin: '4711' } })
  await shop.query('session.current', {})
  shop.clock.set('2026-11-19T13:30:00.000Z')
  expect(await who()).toEqual({ user: null, locked: 'Noor de Wit' })
})

test('[U11] whoever has no secret here is not locked, because nothing could unlock it', async () => {
  const { id } = await shop.command('user.add', { name: 'Piotr', role: 'warehouse' })
  shop.actAs(id, 'window')
  shop.clock.advance(3 * 86_400_000)
  expect(await who()).toEqual({ user: 'Piotr', locked: null })
  expect(await shop.refusal('local', 'session.lock', {})).toEqual({ code: 'session.withoutSecret' })
})

test('[U11] archiving a person ends every session of theirs at once', async () => {
  const elsewhere = shop.sessionOf(noor)
  expect(shop.app.sessions.viewerOf(elsewhere)).toMatchObject({ userId: noor })
  await shop.command('user.archive', { id: noor, reason: 'left the shop' })
  expect(shop.app.sessions.viewerOf(elsewhere)).toMatchObject({ userId: null, grants: new Set() })
  expect(await shop.refusal('local', 'session.signIn', { userId: noor, proof: { pin: '4711' } })).toEqual({
    code: 'session.unknownPerson',
  })
  expect((await shop.query('session.people', {})).people.map((each) => each.name)).toEqual(['Marit Visser'])
})

test('[U7] one’s own secret changes only with the old one, and a PIN is not enough for a new password', async () => {
  expect(
    await shop.refusal('local', 'user.setPassword', { userId: shop.administratorId, password: 'a new sentence' }),
  ).toEqual({ code: 'credential.ownNeedsProof' })
  expect(
    await shop.refusal('local', 'credential.changePassword', { proof: { pin: '4711' }, password: 'a new sentence' }),
  ).toEqual({ code: 'credential.passwordNeeded' })
  await shop.local('credential.changePassword', { proof: { password }, password: 'a new sentence' })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { password: 'a new sentence' } })
  expect(await shop.refusal('local', 'user.setPin', { userId: shop.administratorId, pin: '1234' })).toEqual({
    code: 'credential.ownNeedsProof',
  })
  await shop.local('credential.changePin', { proof: { pin: '4711' }, pin: '1234' })
  await shop.local('session.signIn', { userId: shop.administratorId, proof: { pin: '1234' } })
})

test('[U10] a password is taken as typed: blanks, emoji, 300 characters, and both ways to write an accent', async () => {
  for (const typed of [' two  blanks ', 'drukwerk 🖨️ is mooi', 'x'.repeat(150) + 'y'.repeat(150), 'café crème']) {
    await shop.local('user.setPassword', { userId: noor, password: typed })
    await shop.local('session.signIn', { userId: noor, proof: { password: typed.normalize('NFD') } })
    expect(
      await shop.refusal('local', 'session.signIn', { userId: noor, proof: { password: typed.slice(0, -1) } }),
    ).toMatchObject({ code: 'session.wrongPassword' })
    await shop.local('session.signIn', { userId: shop.administratorId, proof: { password } })
  }
})

test('[U3] somebody without the right can neither give secrets nor see people', async () => {
  shop.actAs(noor)
  for (const [does, name, input] of [
    ['local', 'user.setPin', { userId: shop.administratorId, pin: '1111' }],
    ['local', 'user.setPassword', { userId: shop.administratorId, password: 'a new sentence' }],
    ['query', 'user.list', {}],
    ['command', 'user.add', { name: 'X', role: 'administrator' }],
  ] as const)
    expect(await shop.refusal(does, name, input)).toMatchObject({ code: 'permission.missing' })
})
