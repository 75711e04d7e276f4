import { defineLocal, type LocalDefinition } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'

/** More open forms than this are forgotten ones; the person is asked to look through them. */
const mostDrafts = 200

const keepFormDraft = defineLocal(usersContract['formDraft.keep'], ({ local, announceLocal }) => {
  const known = local.read<{ found: number }>('select 1 as found from form_drafts where user_id = ? and key = ?')
  const count = local.read<{ drafts: number }>('select count(*) as drafts from form_drafts where user_id = ?')
  const write = local.write(
    `insert into form_drafts (user_id, key, kind, title, data, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set kind = excluded.kind, title = excluded.title, data = excluded.data,
       updated_at = excluded.updated_at`,
  )
  return ({ key, kind, title, data }, { viewer, now }) => {
    const isNew = known.get(viewer.userId, key) === undefined
    if (isNew && (count.get(viewer.userId)?.drafts ?? 0) >= mostDrafts)
      return refused('formDraft.tooMany', { count: mostDrafts })
    write.run(viewer.userId, key, kind, title, JSON.stringify(data), now, now)
    // Every keystroke saves; only a form that was not on the list is news to other windows.
    if (isNew) announceLocal('form_draft')
    return accepted(null)
  }
})

const discardFormDraft = defineLocal(usersContract['formDraft.discard'], ({ local, announceLocal }) => {
  const remove = local.write('delete from form_drafts where user_id = ? and key = ?')
  return ({ key }, { viewer }) => {
    if (remove.run(viewer.userId, key).changes > 0) announceLocal('form_draft')
    return accepted(null)
  }
})

/** The form moves: two people finishing one draft would make two orders. */
const takeOverFormDraft = defineLocal(usersContract['formDraft.takeOver'], ({ local, announceLocal }) => {
  const known = local.read<{ found: number }>('select 1 as found from form_drafts where user_id = ? and key = ?')
  const move = local.write('update form_drafts set user_id = ?, updated_at = ? where user_id = ? and key = ?')
  return ({ userId, key }, { viewer, now }) => {
    if (known.get(userId, key) === undefined) return refused('notFound.formDraft', { key })
    if (userId !== viewer.userId && known.get(viewer.userId, key) !== undefined)
      return refused('formDraft.ownExists', { key })
    move.run(viewer.userId, now, userId, key)
    announceLocal('form_draft')
    return accepted({ key })
  }
})

export const formDraftLocals: readonly LocalDefinition[] = [keepFormDraft, discardFormDraft, takeOverFormDraft]
