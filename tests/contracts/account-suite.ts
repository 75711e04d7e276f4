import { randomUUID } from 'node:crypto'
import { describe, expect, type TestContext, test } from 'vitest'
import { createAccounts, usualAccountLimits } from '#cloud/accounts/accounts.ts'
import { granted, openShop, type StoresUnderTest } from '#tests/support/cloud-for-test.ts'
import { newcomer } from '#tests/support/wire-writer.ts'

const refusal = (code: string) => ({ ok: false, refusal: { code } })

/** Who is let in, over every store. */
export function accountSuite(name: string, open: (context: TestContext) => Promise<StoresUnderTest>): void {
  const shopOf = async (context: TestContext) => openShop(await open(context))

  describe(`membership over ${name}`, () => {
    test('[Y18] an organisation is made once, by its first station, which may repeat itself', async (context) => {
      const { accounts } = await shopOf(context)
      const [org, first, other] = [randomUUID(), newcomer(), newcomer()]
      const made = granted(await accounts.found(org, first))
      expect(made).toEqual({ org, stationCode: 'A', epoch: expect.stringMatching(/^[0-9a-f-]{36}$/) })
      expect(granted(await accounts.found(org, first))).toEqual(made)
      expect(await accounts.found(org, other)).toEqual(refusal('org.exists'))
      expect(await accounts.found(org, { ...first, publicKey: other.publicKey })).toEqual(refusal('org.exists'))
    })

    test('[bad input 86] [Y18] a code lets one station in, once; codes of stations follow each other and never come back', async (context) => {
      const shop = await shopOf(context)
      const { accounts, first, org } = shop
      const who = { org, station: first.station }
      const { code } = granted(await accounts.issueCode(who))
      const [next, late] = [newcomer('Bench'), newcomer()]
      const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
      const joined = granted(await accounts.join(typed, next))
      expect(joined).toEqual({ org, stationCode: 'B', epoch: shop.epoch })
      expect(await accounts.join(code, late)).toEqual(refusal('code.unknown'))
      expect(await accounts.join(code, next)).toEqual({ ok: true, value: joined })
      expect(await accounts.join(code, { ...next, publicKey: late.publicKey })).toEqual(refusal('code.unknown'))
      granted(await accounts.revoke(who, next.id))
      expect((await shop.join()).code).toBe('C')
      const second = granted(await accounts.issueCode(who))
      expect(await accounts.join(second.code, next)).toEqual(refusal('station.taken'))
      const stations = await accounts.stations(who)
      expect(stations.map((each) => [each.code, each.name, each.revokedAt === null])).toEqual([
        ['A', 'Counter', true],
        ['B', 'Bench', false],
        ['C', 'Counter', true],
      ])
    })

    test('[Y18] at the same moment a code lets in one of many, and no two get the same station code', async (context) => {
      const { accounts, org, first } = await shopOf(context)
      const who = { org, station: first.station }
      const codes = await Promise.all(Array.from({ length: 4 }, () => accounts.issueCode(who)))
      const tries = codes.flatMap((each) => [granted(each).code, granted(each).code])
      const outcomes = await Promise.all(tries.map((code) => accounts.join(code, newcomer())))
      const given = outcomes.flatMap((each) => (each.ok ? [each.value.stationCode] : []))
      expect(given.sort()).toEqual(['B', 'C', 'D', 'E'])
    })

    test('[bad input 86] [Y18] a code is nothing after ten minutes', async (context) => {
      const shop = await shopOf(context)
      const { code } = granted(await shop.accounts.issueCode({ org: shop.org, station: shop.first.station }))
      shop.clock.now += 10 * 60_000
      expect(await shop.accounts.join(code, newcomer())).toEqual(refusal('code.unknown'))
    })

    test('[bad input 86] [Y18] five wrong tries under the first letters of a code close it, from wherever they come', async (context) => {
      const shop = await shopOf(context)
      const { code } = granted(await shop.accounts.issueCode({ org: shop.org, station: shop.first.station }))
      const wrong = `${code.slice(0, 7)}${code.endsWith('2') ? '3' : '2'}`
      const guesses = await Promise.all(Array.from({ length: 8 }, () => shop.accounts.join(wrong, newcomer())))
      expect(guesses.map((each) => (each.ok ? '' : each.refusal.code)).sort()).toEqual([
        ...Array.from({ length: 3 }, () => 'code.tooMany'),
        ...Array.from({ length: 5 }, () => 'code.unknown'),
      ])
      expect(await shop.accounts.join(code, newcomer())).toEqual(refusal('code.tooMany'))
      expect((await shop.join()).code).toBe('B')
    })

    test('[Y18] so do many wrong tries in all, until their window is over; open codes of one organisation are few', async (context) => {
      const stores = await open(context)
      const { org, first, clock } = await openShop(stores)
      // A window of its own, far from what the other tests have counted.
      clock.now += 1_000_000_000
      const limits = { ...usualAccountLimits, triesInAll: 3, openCodes: 2 }
      const parts = { store: stores.store, accounts: stores.accounts, clock: () => clock.now, limits }
      const accounts = await createAccounts(parts)
      const wrong = ['ZZZZ2222', 'YYYY2222', 'XXXX2222', 'WWWW2222']
      const codes = []
      for (const each of wrong) codes.push(await accounts.join(each, newcomer()))
      expect(codes.map((each) => (each.ok ? '' : each.refusal.code))).toEqual([
        ...['code.unknown', 'code.unknown', 'code.unknown'],
        'code.tooMany',
      ])
      clock.now += limits.tryWindowMilliseconds
      expect(await accounts.join('WWWW2222', newcomer())).toEqual(refusal('code.unknown'))
      const who = { org, station: first.station }
      granted(await accounts.issueCode(who))
      granted(await accounts.issueCode(who))
      expect(await accounts.issueCode(who)).toEqual(refusal('code.tooManyOpen'))
    })

    test('[Y19] a revoked station gets nothing, and what it had pushed stays', async (context) => {
      const shop = await shopOf(context)
      const second = await shop.join()
      await shop.push(second, [second.write()])
      const who = { org: shop.org, station: shop.first.station }
      expect(await shop.accounts.revoke(who, second.station)).toEqual({ ok: true, value: null })
      expect(await shop.accounts.revoke(who, randomUUID())).toEqual(refusal('station.unknown'))
      expect([await shop.push(second, [second.write()]), await shop.pull(second)]).toEqual([null, null])
      expect(await shop.accounts.member({ org: shop.org, station: second.station })).toBeUndefined()
      expect(await shop.pull(shop.first)).toMatchObject({ head: 1, rows: [{ stationCode: 'B' }] })
    })

    test('[Y30] of two instances of one station the second is found out at its first word', async (context) => {
      const { accounts, org, first } = await shopOf(context)
      const { store } = accounts
      const [one, two, three, copy] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
      const enter = (now: string | null, next: string) => store.enter(org, first.station, { now, next })
      expect(await enter(null, one)).toBe(true)
      expect(await enter(one, two)).toBe(true)
      // Its answer was lost: it says the same again.
      expect(await enter(one, two)).toBe(true)
      expect(await enter(one, copy)).toBe(false)
      expect(await enter(null, copy)).toBe(false)
      expect(await enter(two, three)).toBe(true)
    })

    test('[Y28] who let a station in stands beside it, with its proof; only the one that did may welcome it', async (context) => {
      const shop = await shopOf(context)
      const { accounts, org, first } = shop
      const { code } = granted(await accounts.issueCode({ org, station: first.station }))
      const next = { ...newcomer('Bench'), proof: 'A'.repeat(43).concat('=') }
      granted(await accounts.join(code, next))
      const third = await shop.join()
      const roster = { text: '{}', signature: 'AA==' }
      await accounts.store.putRoster(org, third.station, roster, [{ station: next.id, proof: 'BB==' }])
      await accounts.store.putRoster(org, first.station, roster, [{ station: next.id, proof: 'CC==' }])
      const { members } = await accounts.store.members(org)
      expect(members.map(({ code: letter, invitedBy }) => [letter, invitedBy])).toEqual([
        ['A', null],
        ['B', first.station],
        ['C', first.station],
      ])
      const { boxKey, proof } = next
      expect(members[1]).toMatchObject({ boxKey, proof, welcome: 'CC==', roster: null, revokedAt: null })
      expect(members[2]).toMatchObject({ roster: '{}', rosterSignature: 'AA==', welcome: null })
    })

    test('[Y29] a letter is kept for one station, the newer one holds, and a revoked station’s are emptied', async (context) => {
      const stores = await open(context)
      const shop = await openShop(stores)
      const { accounts, org, first } = shop
      const second = await shop.join()
      let heard = 0
      const stop = stores.store.onMembersChanged((changed) => {
        if (changed === org) heard += 1
      })
      const letter = (to: string, stamp: string, sealed: string, name = 'company/mail.password') => ({
        ...{ to, name, stamp: `${stamp.padStart(16, '0')}A`, sealed, signature: 'AA==' },
      })
      const { store } = accounts
      await store.putLetters(org, first.station, [
        letter(second.station, '2', 'bmV3'),
        letter(first.station, '2', 'b3du'),
        letter(randomUUID(), '2', 'bm9ib2R5'),
      ])
      await store.putLetters(org, first.station, [letter(second.station, '1', 'b2xk')])
      const names = ['company/mail.password', 'company/other']
      const got = await store.letters(org, second.station, names)
      expect(got).toEqual([{ ...letter(second.station, '2', 'bmV3'), from: first.station }])
      granted(await accounts.revoke({ org, station: first.station }, second.station))
      await store.putLetters(org, first.station, [letter(second.station, '3', 'bGF0ZXI=')])
      expect(await store.letters(org, second.station, names)).toEqual([])
      const { held } = await store.members(org)
      expect(held).toHaveLength(2)
      expect(held).toContainEqual({
        ...{ station: second.station, name: 'company/mail.password', stamp: '0000000000000002A', from: first.station },
      })
      await expect.poll(() => heard).toBeGreaterThanOrEqual(3)
      stop()
      const elsewhere = await openShop(stores)
      expect(await elsewhere.accounts.store.members(elsewhere.org)).toMatchObject({ held: [] })
      expect(await store.letters(elsewhere.org, first.station, names)).toEqual([])
    })

    test('[Y19] how far a station has read and what it has not sent stand beside it', async (context) => {
      const shop = await shopOf(context)
      const { accounts, org, first } = shop
      const at = new Date(shop.clock.now).toISOString()
      await accounts.store.seen(org, first.station, at, null, { readTo: 7, waiting: 3 })
      await accounts.store.seen(org, first.station, at, '0.2.0')
      expect(await accounts.stations({ org, station: first.station })).toMatchObject([
        { readTo: 7, waiting: 3, appVersion: '0.2.0', seenAt: at },
      ])
    })

    test('[Y19] every process of one cloud seals with the same secret', async (context) => {
      const { accounts } = await open(context)
      const secrets = await Promise.all(['one', 'two', 'three'].map((fresh) => accounts.serverSecret(fresh)))
      expect(new Set(secrets).size).toBe(1)
    })
  })
}
