import { expect, test } from 'vitest'
import { createAsk } from '#renderer/client/ask.ts'
import { ProblemError } from '#renderer/client/problem.ts'
import type { Reply } from '#shared/kernel/contract.ts'

const answering = (reply: Reply) => createAsk(async () => reply)
const person = { userId: '01890a5d-ac96-774b-bcce-b302099a8057', proof: { pin: '1379' } }

test('an accepted answer of the contract’s form is handed on', async () => {
  const ask = answering({ ok: true, result: { id: 'marit' } })
  expect(await ask.local('session.signIn', person)).toEqual({ ok: true, value: { id: 'marit' } })
})

test('a refusal, a fault and a lost answer are three different things', async () => {
  const refusal = { code: 'session.wrongPin', params: { count: 4 } }
  expect(await answering({ ok: false, refusal }).local('session.signIn', person)).toEqual({
    ok: false,
    problem: { kind: 'refused', refusal },
  })
  expect(await answering({ ok: false, fault: { reference: 'a1b2' } }).local('session.signIn', person)).toEqual({
    ok: false,
    problem: { kind: 'fault', reference: 'a1b2' },
  })
  const gone = createAsk(() => Promise.reject(new Error('gone')))
  expect(await gone.local('session.signIn', person)).toEqual({ ok: false, problem: { kind: 'unreachable' } })
})

test('an answer of another form than the contract says is a fault and never reaches a screen', async () => {
  const ask = answering({ ok: true, result: { id: 7 } })
  expect(await ask.local('session.signIn', person)).toEqual({
    ok: false,
    problem: { kind: 'fault', reference: 'answer session.signIn' },
  })
})

test('a query throws its problem, as the store of answers wants it', async () => {
  const refused = answering({ ok: false, refusal: { code: 'permission.missing' } })
  const thrown: unknown = await refused.query('user.list', {}).catch((problem: unknown) => problem)
  expect(thrown).toBeInstanceOf(ProblemError)
  expect(thrown).toMatchObject({ problem: { kind: 'refused', refusal: { code: 'permission.missing' } } })
})

test('[SC12] a refusal because nobody is signed in is told apart, so that the screen asks who is there', async () => {
  let told = 0
  const refusing = (code: string) =>
    createAsk(
      async () => ({ ok: false, refusal: { code } }),
      () => {
        told += 1
      },
    )
  await refusing('permission.missing').local('session.signOut', {})
  expect(told).toBe(0)
  await refusing('auth.notSignedIn').local('session.signOut', {})
  expect(told).toBe(1)
})
