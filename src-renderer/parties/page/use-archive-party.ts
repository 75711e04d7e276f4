import { useTranslation } from 'react-i18next'
import { type Problem, useCommand, useTakeBack } from '#renderer/client/index.ts'
import type { Party } from '../form/party-values.ts'

interface ArchiveParty {
  readonly archive: (party: Party) => Promise<void>
  readonly restore: (party: Party) => Promise<void>
  readonly isPending: boolean
  readonly problem: Problem | null
}

/** Out of lists and pickers, and back: nothing is deleted, so nobody is asked and anybody can take it back (PA10). */
export function useArchiveParty(): ArchiveParty {
  const { t } = useTranslation('parties')
  const archiving = useCommand('party.archive')
  const restoring = useCommand('party.restore')
  const { offer } = useTakeBack()
  return {
    archive: async ({ id, name }) => {
      const done = await archiving.run({ id })
      if (done.ok)
        offer({ message: t('screen.page.archivedNow', { name }), takeBack: () => void restoring.run({ id }) })
    },
    restore: async ({ id, name }) => {
      const done = await restoring.run({ id })
      if (done.ok)
        offer({ message: t('screen.page.restoredNow', { name }), takeBack: () => void archiving.run({ id }) })
    },
    isPending: archiving.isPending || restoring.isPending,
    problem: archiving.problem ?? restoring.problem,
  }
}
