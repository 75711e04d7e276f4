import type { Ask } from '#renderer/client/index.ts'
import { isSelected, type TableSelection } from '#renderer/ui/index.ts'
import type { InputFor, OutputFor } from '#shared/contract.ts'

type Input = Omit<InputFor<'salesOrder.list'>, 'after'>
type Page = OutputFor<'salesOrder.list'>

/** Most that one page of the core holds. */
const pageSize = 200

/** Ticked orders in the order of the list, those included that nobody has scrolled to; null when there are too many. */
export async function tickedIds(
  ask: Pick<Ask, 'query'>,
  input: Input,
  selection: TableSelection,
  most: number,
): Promise<readonly string[] | null> {
  const ids: string[] = []
  let after: Page['next'] = null
  do {
    const page: Page = await ask.query('salesOrder.list', { ...input, limit: pageSize, after })
    ids.push(...page.rows.flatMap(({ id }) => (isSelected(selection, id) ? [id] : [])))
    after = page.next
  } while (after !== null && ids.length <= most && !hasAll(selection, ids.length))
  return ids.length > most ? null : ids
}

/** Rows ticked one by one are found long before the list ends. */
function hasAll(selection: TableSelection, found: number): boolean {
  return selection.mode !== 'all-but' && found >= selection.ids.size
}
