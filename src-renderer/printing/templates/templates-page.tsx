import { IconPlus, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwnSolid, useQuery, useSession } from '#renderer/client/index.ts'
import { SettingsSheet } from '#renderer/settings/index.ts'
import { Button, CheckboxField, useKeys } from '#renderer/ui/index.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import { BinLabelsDialog } from './bin-labels-dialog.tsx'
import { NewTemplateDialog } from './new-template-dialog.tsx'
import { TemplateCustomersDialog } from './template-customers-dialog.tsx'
import { TemplateLine } from './template-line.tsx'
import styles from './templates.module.css'

type Asked = { readonly what: 'new' } | { readonly what: 'customers'; readonly id: string } | { readonly what: 'bins' }

/** How papers look: of each kind its templates, with the one that stands for it (SET-15). */
export function Screen() {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { may } = useSession()
  const mayChange = may('printTemplate.change')
  const [withArchived, setWithArchived] = useState(false)
  const kinds = useQuery('printTemplate.kinds', {}).value?.kinds ?? []
  const templates = useQuery('printTemplate.list', { withArchived }).value?.templates
  const [asked, setAsked] = useState<Asked | null>(null)
  useOwnSolid(mayChange)
  useKeys([{ keys: 'N', label: t('screen.templates.add'), run: () => setAsked({ what: 'new' }), isActive: mayChange }])
  const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const
  return (
    <SettingsSheet
      title={t('screen.templates.title')}
      actions={
        <>
          {may('printJob.print') && (
            <Button icon={<IconTags {...icon} />} onClick={() => setAsked({ what: 'bins' })}>
              {t('screen.bins.print')}
            </Button>
          )}
          {mayChange && (
            <Button kind="solid" keys="N" icon={<IconPlus {...icon} />} onClick={() => setAsked({ what: 'new' })}>
              {t('screen.templates.add')}
            </Button>
          )}
        </>
      }
    >
      <p className="settled">{t('screen.templates.lead')}</p>
      <div className={styles.kinds}>
        {kinds.map(({ kind, forms }) => {
          const own = templates?.filter((each) => each.kind === kind) ?? []
          return (
            <section key={kind} className={styles.kind} aria-label={words.paper(kind)}>
              <h2 className={`t-section ${styles.kindName}`}>
                <PaperSign form={forms[0] ?? 'page'} />
                {words.paper(kind)}
              </h2>
              <ul className={styles.list}>
                <TemplateLine template={null} isStandard={!own.some((each) => each.isStandard)} mayChange={mayChange} />
                {own.map((template) => (
                  <TemplateLine
                    key={template.id}
                    template={template}
                    isStandard={template.isStandard}
                    mayChange={mayChange}
                    onCustomers={() => setAsked({ what: 'customers', id: template.id })}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <CheckboxField label={t('screen.templates.withArchived')} isChecked={withArchived} onChange={setWithArchived} />
      {asked?.what === 'new' && <NewTemplateDialog kinds={kinds} onClose={() => setAsked(null)} />}
      {asked?.what === 'customers' && <TemplateCustomersDialog id={asked.id} onClose={() => setAsked(null)} />}
      {asked?.what === 'bins' && <BinLabelsDialog onClose={() => setAsked(null)} />}
    </SettingsSheet>
  )
}
