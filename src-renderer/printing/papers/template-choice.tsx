import { useTranslation } from 'react-i18next'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { SelectField } from '#renderer/ui/index.ts'

interface TemplateChoiceProps {
  kind: string
  /** Undefined: whichever stands for the customer (PR40). */
  chosen: string | undefined
  onChoose: (templateId: string | undefined) => void
}

const usual = ''

/** In which look a paper comes out, where the shop has made any. */
export function TemplateChoice({ kind, chosen, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const isWanted = kind !== '' && may('printTemplate.see')
  const templates = useQuery('printTemplate.list', { kind: kind === '' ? null : kind }, { isWanted }).value?.templates
  if (templates === undefined || templates.length === 0) return null
  return (
    <SelectField
      label={t('screen.templates.template')}
      options={[
        { value: usual, label: t('screen.templates.usual') },
        ...templates.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={chosen ?? usual}
      onChange={(id) => onChoose(id === usual ? undefined : id)}
    />
  )
}
