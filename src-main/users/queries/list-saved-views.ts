import { defineQuery } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'
import { usersContract } from '#shared/users/contract.ts'
import { savedViewPrefix, savedViewValue } from '#shared/users/saved-view.ts'

export const listSavedViews = defineQuery(usersContract['savedView.list'], ({ db }) => {
  const company = companyReader(db)
  const find = db.read<{ id: string; value: string | null }>(
    'select id, value from settings where scope = ? and scope_id = ? and key = ? order by id limit 200',
  )
  return ({ list }, { viewer }) => {
    const viewsOf = (scope: 'company' | 'user', id: string | null | undefined) =>
      (id ? find.all(scope, id, `${savedViewPrefix}${list}`) : [])
        .flatMap((row) => {
          const view = savedViewValue.safeParse(row.value === null ? null : JSON.parse(row.value))
          return view.success ? [{ id: row.id, ...view.data, isShared: scope === 'company' }] : []
        })
        .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
    return accepted({ views: [...viewsOf('company', company()?.id), ...viewsOf('user', viewer.userId)] })
  }
})
