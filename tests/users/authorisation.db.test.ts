import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { productModules } from '#main/app/modules.ts'
import { defineCommand, defineLocal, defineQuery, type FeatureModule } from '#main/platform/bus/module.ts'
import { productContract } from '#shared/contract.ts'
import { command, local, query } from '#shared/kernel/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { grantsOf } from '#shared/users/role-profiles.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

const words = { input: z.strictObject({ word: z.string() }), output: z.null(), summary: '' }
const secretCommand = command('vault.shut', words)
const secretQuery = query('vault.look', words)
const secretLocal = local('vault.knock', words)
const vault: FeatureModule = {
  name: 'vault',
  commands: [defineCommand(secretCommand, () => () => accepted(null))],
  queries: [defineQuery(secretQuery, () => () => accepted(null))],
  locals: [defineLocal(secretLocal, () => () => accepted(null))],
}

let shop: TestShop
let clerk: string
let packer: string
beforeAll(async () => {
  shop = await createTestShop({ modules: [...productModules, vault] })
  clerk = (await shop.command('user.add', { name: 'Noor', role: 'counter' })).id
  packer = (await shop.command('user.add', { name: 'Piotr', role: 'warehouse' })).id
})
afterAll(async () => {
  await shop.close()
})

test.each([
  ['command', 'vault.shut'],
  ['query', 'vault.look'],
  ['local', 'vault.knock'],
] as const)('[U3] [W9] a %s is parsed, then authorised, then carried out', async (does, name) => {
  const answers = []
  for (const person of [undefined, clerk, shop.administratorId]) {
    const token = shop.sessionOf(person)
    const good = await shop.reply(does, name, { word: 'open' }, undefined, token)
    const bad = await shop.reply(does, name, { word: 1 }, undefined, token)
    answers.push([good, bad].map((each) => (each.ok ? 'ok' : 'refusal' in each ? each.refusal.code : 'fault')))
  }
  expect(answers).toEqual([
    ['auth.notSignedIn', 'input.invalid'],
    ['permission.missing', 'input.invalid'],
    ['ok', 'input.invalid'],
  ])
})

test('[U3] [X5] no procedure of the product answers a role that lacks its permission', async () => {
  const wrong: string[] = []
  for (const [person, role] of [
    [undefined, 'nobody'],
    [clerk, 'counter'],
    [packer, 'warehouse'],
  ] as const) {
    const token = shop.sessionOf(person)
    for (const procedure of Object.values(productContract)) {
      if (procedure.permission === null || grantsOf(role).has(procedure.permission)) continue
      const reply = await shop.reply(procedure.kind, procedure.name, {}, undefined, token)
      const code = !reply.ok && 'refusal' in reply ? reply.refusal.code : 'answered'
      const expected = procedure.input.safeParse({}).success
        ? [person === undefined ? 'auth.notSignedIn' : 'permission.missing', 'input.unknownProcedure']
        : ['input.invalid', 'input.unknownProcedure']
      if (!expected.includes(code)) wrong.push(`${role} ${procedure.name}: ${code}`)
    }
  }
  expect(wrong).toEqual([])
})

test('[X5] what nobody has declared is refused', async () => {
  for (const does of ['command', 'query', 'local'] as const)
    expect(await shop.reply(does, 'user.becomeAdministrator', {})).toEqual({
      ok: false,
      refusal: { code: 'input.unknownProcedure', params: { name: 'user.becomeAdministrator' } },
    })
})
