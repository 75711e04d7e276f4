import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import { ColumnPart, TextField } from '#renderer/ui/index.ts'
import type { TemplateForm } from '../use-template-form.ts'
import { KeptNumber } from './kept-number.tsx'
import styles from './label-designer.module.css'
import { tenthsOf } from './millimetres.ts'
import type { LabelParts } from './use-label-parts.ts'

/** The label itself, while no part is chosen: its name and its size. */
export function LabelFields({ form, parts }: { form: TemplateForm; parts: LabelParts }) {
  const { t } = useTranslation('printing')
  const format = useFormat()
  const { size } = parts.design
  return (
    <ColumnPart title={t('screen.designer.label')}>
      <div className={styles.fields}>
        <TextField
          name="name"
          label={t('screen.templates.name')}
          isRequired
          value={form.name}
          onChange={form.setName}
          onLeave={form.check.leave('name')}
          error={form.check.errorOf('name')}
        />
        <div className={styles.pair}>
          {(['width', 'height'] as const).map((side) => (
            <KeptNumber
              key={side}
              name={`design.size.${side}`}
              label={t(`screen.designer.${side}`)}
              value={size[side]}
              parse={tenthsOf}
              format={format.millimetres}
              onChange={(value) => parts.resize({ [side]: value })}
              onLeave={form.check.leave(`design.size.${side}`)}
              error={form.check.errorOf(`design.size.${side}`)}
            />
          ))}
        </div>
        <p className="hint">{t('screen.designer.keys')}</p>
      </div>
    </ColumnPart>
  )
}
