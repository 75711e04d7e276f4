import { defineQuery } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'

interface DraftRow {
  key: string
  kind: string
  title: string
  userId: string
  userName: string
  createdAt: string
  updatedAt: string
}

export const listFormDrafts = defineQuery(usersContract['formDraft.list'], ({ db }) => {
  const columns = `select d.key, d.kind, d.title, d.user_id as userId, coalesce(u.name, '') as userName,
      d.created_at as createdAt, d.updated_at as updatedAt
    from form_drafts d left join users u on u.id = d.user_id`
  const own = db.read<DraftRow>(`${columns} where d.user_id = ? order by d.updated_at desc, d.key limit 200`)
  const all = db.read<DraftRow>(`${columns} order by d.updated_at desc, d.key limit 500`)
  return ({ kind, everybody }, { viewer }) => {
    if (everybody && !may(viewer, 'formDraft.takeOver'))
      return refused('permission.missing', { permission: 'formDraft.takeOver' })
    const rows = everybody ? all.all() : own.all(viewer.userId)
    return accepted({ drafts: rows.filter((row) => kind === undefined || row.kind === kind) })
  }
})

export const getFormDraft = defineQuery(usersContract['formDraft.get'], ({ db }) => {
  const find = db.read<{ key: string; kind: string; title: string; data: string }>(
    'select key, kind, title, data from form_drafts where user_id = ? and key = ?',
  )
  return ({ key }, { viewer }) => {
    const row = find.get(viewer.userId, key)
    return accepted(row === undefined ? null : { ...row, data: JSON.parse(row.data) })
  }
})
