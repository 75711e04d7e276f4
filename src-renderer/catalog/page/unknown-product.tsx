import { useTranslation } from 'react-i18next'
import { type Problem, useGo, useRefusalWords } from '#renderer/client/index.ts'
import { Button, Content, ErrorNotice, PageHeader, Sheet, useKeys } from '#renderer/ui/index.ts'

/** A product that is not here, or may not be seen: why, and the way on. */
export function UnknownProduct({ problem }: { problem: Problem }) {
  const { t } = useTranslation('catalog')
  const words = useRefusalWords()
  const go = useGo()
  const toList = () => go('/products', { replaces: true })
  useKeys([{ keys: 'Esc', label: t('screen.page.toList'), run: toList }])
  return (
    <Sheet head={<PageHeader title={t('screen.list.title')} onBack={toList} />}>
      <Content>
        <ErrorNotice
          what={t('screen.page.notShown')}
          why={words.problem(problem)}
          {...(problem.kind === 'fault' ? { reference: problem.reference } : {})}
        >
          <Button size={28} keys="Esc" onClick={toList}>
            {t('screen.page.toList')}
          </Button>
        </ErrorNotice>
      </Content>
    </Sheet>
  )
}
