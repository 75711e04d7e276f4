import { useMemo, useState } from 'react'
import { type FormCheck, newUuid, type Problem, useCommand, useFormCheck, useLocal } from '#renderer/client/index.ts'
import type { Person } from './person.ts'
import { differences, type PersonValues } from './person-values.ts'

interface SavePerson {
  readonly check: FormCheck
  readonly secretsCheck: FormCheck
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** True when everything was accepted. */
  readonly save: () => Promise<boolean>
}

/**
 * The person goes by command, the secrets by actions of this station (U7). When a secret is refused the person stands
 * already, so that saving again changes what was made instead of making it twice.
 */
export function useSavePerson(person: Person | null, values: PersonValues): SavePerson {
  const [madeId] = useState(newUuid)
  const [isMade, setMade] = useState(person !== null)
  const id = person?.id ?? madeId
  const add = useCommand('user.add')
  const change = useCommand('user.change')
  const setPin = useLocal('user.setPin')
  const setPassword = useLocal('user.setPassword')

  const input = useMemo(() => {
    const { name, role, email, language } = values
    return { id, name, role, email, language, ...differences(values) }
  }, [id, values])
  const { pin, password } = values
  const secrets = useMemo(() => ({ password: password || NOT_ASKED, ...(pin === '' ? {} : { pin }) }), [pin, password])
  const check = useFormCheck('user.change', input, add.problem ?? change.problem)
  const secretsCheck = useFormCheck('credential.setFirst', secrets, setPin.problem ?? setPassword.problem)

  const save = async () => {
    // Both are looked at, so that everything wrong is said at once.
    const isRight = [check.checkAll(), secretsCheck.checkAll()]
    if (isRight.includes(false)) return false
    if (!isMade) {
      const { given, withheld, ...added } = input
      const made = await add.run(added)
      if (!made.ok) return false
      setMade(true)
    }
    const needsChange = isMade || input.given.length + input.withheld.length > 0
    if (needsChange && !(await change.run(input)).ok) return false
    if (pin !== '' && !(await setPin.run({ userId: id, pin })).ok) return false
    return password === '' || (await setPassword.run({ userId: id, password })).ok
  }
  return {
    check,
    secretsCheck,
    problem: add.problem ?? change.problem ?? setPin.problem ?? setPassword.problem,
    isBusy: add.isPending || change.isPending || setPin.isPending || setPassword.isPending,
    save,
  }
}

/** Stands for a password that is not being changed; long enough for the rule that looks at it. */
const NOT_ASKED = 'stays as it is'
