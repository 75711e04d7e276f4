import { useEffect, useState } from 'react'
import { type Problem, useGateHold, useLocal, useQuery, useSession } from '#renderer/client/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type SignInPerson = OutputFor<'session.people'>['people'][number]
/** `recovery`: the code on paper and a new password, for an administrator who forgot. */
export type SignInWay = 'pin' | 'password' | 'recovery'

export interface SignIn {
  readonly people: readonly SignInPerson[]
  readonly isFirstLoad: boolean
  readonly person: SignInPerson | null
  readonly choose: (id: string) => void
  /** The next or previous name, as arrows go. */
  readonly step: (by: 1 | -1) => void
  readonly way: SignInWay
  readonly goBy: (way: SignInWay) => void
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** True when the person is in. */
  readonly prove: (proof: { pin: string } | { password: string }) => Promise<boolean>
  readonly recover: (code: string, password: string) => Promise<void>
  /** The code that replaces the one just used; shown before the program opens. */
  readonly newCode: string | null
  readonly goOn: () => void
}

const STORED = 'counterproof.lastPerson'

export function useSignIn(): SignIn {
  const { lockedUser } = useSession()
  const asked = useQuery('session.people', {})
  const people = asked.value?.people ?? []
  const signIn = useLocal('session.signIn')
  const recovery = useLocal('session.signInWithRecoveryCode')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [wish, setWish] = useState<SignInWay>('pin')
  const [newCode, setNewCode] = useState<string | null>(null)
  const [isRecovering, setRecovering] = useState(false)
  useGateHold(isRecovering || newCode !== null)

  const usual = lockedUser?.id ?? localStorage.getItem(STORED)
  const person = people.find(({ id }) => id === (chosenId ?? usual)) ?? people[0] ?? null
  // Who has no PIN at this station is asked for the password without having to say so.
  const way = wish === 'pin' && person !== null && !person.hasPin ? 'password' : wish

  const { forgive: forgiveSignIn } = signIn
  const { forgive: forgiveRecovery } = recovery
  const personId = person?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or way begins without the old complaint
  useEffect(() => {
    forgiveSignIn()
    forgiveRecovery()
  }, [personId, way, forgiveSignIn, forgiveRecovery])

  const choose = (id: string) => {
    setChosenId(id)
    setWish('pin')
  }
  return {
    people,
    isFirstLoad: asked.isFirstLoad,
    person,
    choose,
    step: (by) => {
      const at = people.findIndex(({ id }) => id === person?.id)
      const next = people[(at + by + people.length) % people.length]
      if (next !== undefined) choose(next.id)
    },
    way,
    goBy: setWish,
    problem: (way === 'recovery' ? recovery.problem : signIn.problem) ?? asked.problem,
    isBusy: signIn.isPending || recovery.isPending,
    prove: async (proof) => {
      if (person === null) return false
      const outcome = await signIn.run({ userId: person.id, proof })
      if (outcome.ok) localStorage.setItem(STORED, person.id)
      return outcome.ok
    },
    recover: async (code, password) => {
      if (person === null) return
      setRecovering(true)
      const outcome = await recovery.run({ userId: person.id, code, password })
      if (outcome.ok) setNewCode(outcome.value.recoveryCode)
      setRecovering(false)
    },
    newCode,
    goOn: () => setNewCode(null),
  }
}
