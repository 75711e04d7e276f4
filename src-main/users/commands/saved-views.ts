import { type CommandContext, type CommandDefinition, defineCommand } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import type { DocumentOf } from '#shared/kernel/change/entity.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { settingEntity } from '#shared/settings/replication.ts'
import { usersContract } from '#shared/users/contract.ts'
import { savedViewPrefix } from '#shared/users/saved-view.ts'

/** The view as it stands; undefined when it is no view, or was taken off the list. */
function viewOf({ read }: CommandContext, id: string): DocumentOf<typeof settingEntity> | undefined {
  const setting = read(settingEntity, id)
  return setting?.key.startsWith(savedViewPrefix) && setting.value !== null ? setting : undefined
}

/** Views are settings of their owner (U13), one document each: a list has many. */
const keepSavedView = defineCommand(
  usersContract['savedView.keep'],
  () =>
    ({ id: givenId, list, name, filters }, context) => {
      const { tx, viewer, newId } = context
      if (viewer.userId === null) return refused('auth.notSignedIn')
      const id = givenId ?? newId()
      const standing = context.read(settingEntity, id)
      const value = { name, filters }
      const key = `${savedViewPrefix}${list}`
      if (standing === undefined) tx.create(settingEntity, id, { scope: 'user', scopeId: viewer.userId, key, value })
      else if (standing.scope !== 'user' || standing.scopeId !== viewer.userId || standing.key !== key)
        return refused('savedView.notYours')
      else tx.set(settingEntity, id, { value })
      return accepted({ id })
    },
)

const shareSavedView = defineCommand(usersContract['savedView.share'], ({ org }) => (input, context) => {
  const { tx, viewer, newId } = context
  const view = viewOf(context, input.id)
  if (view === undefined || view.scopeId !== viewer.userId) return refused('notFound.savedView', { id: input.id })
  const id = input.sharedId ?? newId()
  tx.create(settingEntity, id, { scope: 'company', scopeId: org, key: view.key, value: view.value })
  return accepted({ id })
})

const removeSavedView = defineCommand(usersContract['savedView.remove'], () => ({ id }, context) => {
  const { tx, viewer } = context
  const view = viewOf(context, id)
  const isShared = view?.scope === 'company'
  if (view === undefined || (!isShared && view.scopeId !== viewer.userId)) return refused('notFound.savedView', { id })
  if (isShared && !may(viewer, 'savedView.share'))
    return refused('permission.missing', { permission: 'savedView.share' })
  tx.set(settingEntity, id, { value: null })
  return accepted({ id })
})

export const savedViewCommands: readonly CommandDefinition[] = [keepSavedView, shareSavedView, removeSavedView]
