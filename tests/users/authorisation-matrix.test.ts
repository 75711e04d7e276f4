import { describe, expect, test } from 'vitest'
import { notAuthorised } from '#main/platform/bus/authorise.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { productContract } from '#shared/contract.ts'
import type { AnyProcedure } from '#shared/kernel/contract.ts'
import { grantsOf, marks, roleGrants, roles } from '#shared/users/role-profiles.ts'

const procedures: readonly AnyProcedure[] = Object.values(productContract)

/** What whoever has reached the station may do without signing in: asking where they stand, and signing in. */
const openToAll = [
  'credential.setFirst',
  'session.current',
  'session.lock',
  'session.people',
  'session.signIn',
  'session.signInWithRecoveryCode',
  'session.signOut',
  'session.unlock',
  'sync.joining',
]

function viewerOf(role: string): Viewer {
  const isNobody = role === 'nobody'
  return {
    sessionId: 'session',
    userId: isNobody ? null : 'person',
    name: '',
    role,
    grants: isNobody ? new Set() : grantsOf(role),
    scope: 'all',
    language: 'en',
  }
}

test('[U3] [X5] only signing in and asking where one stands is open to all', () => {
  expect(
    procedures
      .filter((each) => each.permission === null)
      .map((each) => each.name)
      .sort(),
  ).toEqual(openToAll)
})

test('[U3] [X5] every procedure that changes documents names a permission', () => {
  expect(procedures.filter((each) => each.kind === 'command' && each.permission === null)).toEqual([])
})

describe.each(procedures.map((each) => [each.name, each] as const))('[U3] [X5] %s', (_, procedure) => {
  test('is for the administrator, for the roles whose profile says so, and for nobody else', () => {
    const { permission } = procedure
    const verdicts = [...roles, 'nobody'].map((role) => [role, notAuthorised(procedure, viewerOf(role))?.refusal.code])
    const expected = [
      ...roles.map((role) => {
        const isAllowed = permission === null || role === 'administrator' || roleGrants[role].includes(permission)
        return [role, isAllowed ? undefined : 'permission.missing']
      }),
      ['nobody', permission === null ? undefined : 'auth.notSignedIn'],
    ]
    expect(verdicts).toEqual(expected)
  })
})

test('[U3] a grant of a role is a permission of the contract or one of the marks', () => {
  const permissions = new Set(procedures.map((each) => each.permission))
  // A capability that is not built yet has no procedures whose permissions could be compared.
  const built = new Set(procedures.map((each) => (each.permission ?? '').split('.')[0]))
  const known: ReadonlySet<string> = new Set(marks)
  const strange = roles.flatMap((role) =>
    roleGrants[role].filter(
      (grant) => grant !== '*' && !known.has(grant) && !permissions.has(grant) && built.has(grant.split('.')[0] ?? ''),
    ),
  )
  expect([...new Set(strange)]).toEqual([])
})

test('[U3] nobody but the administrator manages people, their secrets or the shop', () => {
  const guarded = procedures.filter((each) => /^(user|company\.(setUp|change)|setting\.put)/.test(each.name))
  expect(guarded.length).toBeGreaterThan(8)
  for (const role of roles.filter((each) => each !== 'administrator'))
    expect(
      guarded.filter((each) => notAuthorised(each, viewerOf(role)) === undefined).map((each) => each.name),
    ).toEqual([])
})
