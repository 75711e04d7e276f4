import { useTranslation } from 'react-i18next'
import { useQuery, useRefusalWords, useRouteParam } from '#renderer/client/index.ts'
import { Content, ErrorNotice, PageHeader, Sheet } from '#renderer/ui/index.ts'
import { LabelDesigner } from './label/label-designer.tsx'
import { PaperEditor } from './paper/paper-editor.tsx'

/** One print template: sheets and receipts are edited, labels are designed. */
export function Screen() {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const id = useRouteParam('templateId')
  const template = useQuery('printTemplate.get', { id }, { dropsLast: true })
  const kinds = useQuery('printTemplate.kinds', {}).value?.kinds
  const kind = kinds?.find((each) => each.kind === template.value?.kind)
  if (template.value !== undefined && kind !== undefined) {
    // A version saved, here or elsewhere, is where the next changes begin.
    const key = `${id}/${template.value.version}`
    const { shape } = kind
    return shape.shape === 'label' ? (
      <LabelDesigner key={key} template={template.value} kind={kind} shape={shape} />
    ) : (
      <PaperEditor key={key} template={template.value} kind={kind} shape={shape} />
    )
  }
  return (
    <Sheet head={<PageHeader title={t('screen.templates.title')} />}>
      <Content>
        {template.problem !== null && (
          <ErrorNotice what={t('screen.templates.notThere')} why={words.problem(template.problem)} />
        )}
      </Content>
    </Sheet>
  )
}
