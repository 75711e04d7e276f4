import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly isArchived: boolean
}

/** Two people of one name could not be told apart on the sign-in screen (U4). */
export function checkName(name: string, id: string, everybody: readonly Colleague[]): Result<null> {
  const folded = fold(name)
  const twin = everybody.some((each) => !each.isArchived && each.id !== id && fold(each.name) === folded)
  return twin ? refused('user.nameTaken', { name }, [{ field: 'name', code: 'user.nameTaken' }]) : accepted(null)
}

/** Somebody must always be able to give others their access back (U6). */
export function checkLastAdministrator(id: string, everybody: readonly Colleague[]): Result<null> {
  const others = everybody.some((each) => each.id !== id && each.role === 'administrator' && !each.isArchived)
  return others ? accepted(null) : refused('user.lastAdministrator')
}
