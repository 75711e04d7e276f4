import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'
import { usersContract } from '#shared/users/contract.ts'

interface PersonRow {
  id: string
  name: string
  hasPin: number
  hasPassword: number
}

/** Names only: whoever stands before a locked counter learns no more than the badge on a shirt tells. */
export const signInPeople = defineQuery(usersContract['session.people'], ({ db }) => {
  const people = db.read<PersonRow>(
    `select u.id, u.name, c.pin_hash is not null as hasPin, c.password_hash is not null as hasPassword
     from users u left join credentials c on c.user_id = u.id where u.is_archived = 0 order by u.id`,
  )
  return () =>
    accepted({
      people: people
        .all()
        .map(({ hasPin, hasPassword, ...row }) => ({ ...row, hasPin: hasPin > 0, hasPassword: hasPassword > 0 }))
        .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1)),
    })
})
