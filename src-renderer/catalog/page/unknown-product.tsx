import { useTranslation } from 'react-i18next'
import { type Problem, useGo, useRefusalWords } from '#renderer/client/index.ts'
import { NotShown } from '#renderer/ui/index.ts'

export function UnknownProduct({ problem }: { problem: Problem }) {
  const { t } = useTranslation('catalog')
  const words = useRefusalWords()
  const go = useGo()
  return (
    <NotShown
      title={t('screen.list.title')}
      what={t('screen.page.notShown')}
      why={words.problem(problem)}
      {...(problem.kind === 'fault' ? { reference: problem.reference } : {})}
      wayOn={t('screen.page.toList')}
      onWayOn={() => go('/products', { replaces: true })}
    />
  )
}
