import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { type Obstacle, obstacleOf } from './entry-obstacle.ts'
import type { OrderEntry } from './use-order-entry.ts'

/** What is still missing, and the sentence that says it beside the solid button. */
export function useEntryObstacle({ draft, priced, arriving }: OrderEntry): {
  readonly obstacle: Obstacle | null
  readonly say: (obstacle: Obstacle) => string
} {
  const { t } = useTranslation('sales-orders')
  const { language } = useFormat()
  const words = useRefusalWords()
  const obstacle = useMemo(() => obstacleOf(draft, priced, language, arriving), [draft, priced, language, arriving])
  const say = (what: Obstacle) => {
    if (what.kind === 'price') {
      return t('entry.obstacle.price', { number: what.number, why: words.refusal(what.refusal) })
    }
    return t(`entry.obstacle.${what.kind}`, 'number' in what ? { number: what.number } : {})
  }
  return { obstacle, say }
}
