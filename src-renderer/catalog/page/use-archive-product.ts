import { useTranslation } from 'react-i18next'
import { type Problem, useCommand, useTakeBack } from '#renderer/client/index.ts'

interface ArchiveProduct {
  readonly setArchived: (id: string, name: string, archived: boolean) => Promise<void>
  readonly isPending: boolean
  readonly problem: Problem | null
}

/** Out of the choice, and back: orders keep what they show, so nobody is asked and it can be taken back. */
export function useArchiveProduct(): ArchiveProduct {
  const { t } = useTranslation('catalog')
  const { run, isPending, problem } = useCommand('product.archive')
  const { offer } = useTakeBack()
  const setArchived = async (id: string, name: string, archived: boolean) => {
    const done = await run({ id, archived })
    if (!done.ok) return
    offer({
      message: t(archived ? 'screen.page.archivedNow' : 'screen.page.restoredNow', { name }),
      takeBack: () => void run({ id, archived: !archived }),
    })
  }
  return { setArchived, isPending, problem }
}
