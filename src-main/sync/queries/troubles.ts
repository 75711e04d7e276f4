import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { documentsCheckedForm, syncContract } from '#shared/sync/contract.ts'
import { checkedFact } from '../document-check.ts'
import { documentTitle } from './document-title.ts'

/** So many are named; where there are more, they have one cause. */
const mostNamed = 20

export const syncTroubles = defineQuery(syncContract['sync.troubles'], ({ db }) => {
  const titleOf = documentTitle(db)
  const misfits = db.read<{ entity: string; doc: string }>(
    'select d.entity, m.doc from misfit_documents m join docs d on d.id = m.doc order by m.doc limit ?',
  )
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  return (_, { viewer }) => {
    const kept = fact.get(checkedFact)?.value
    const differing = kept === undefined ? [] : documentsCheckedForm.parse(JSON.parse(kept)).documents
    const named = (each: { entity: string; doc: string }) => ({ ...each, title: titleOf(each.doc, viewer.language) })
    return accepted({
      misfits: misfits.all(mostNamed).map(named),
      differing: differing.slice(0, mostNamed).map(named),
    })
  }
})
