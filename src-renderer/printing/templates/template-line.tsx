import { IconArchive, IconStar, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommand, useGo, useRefusalWords, useTakeBack } from '#renderer/client/index.ts'
import { Button, StatusWord, Tag } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './templates.module.css'

type TemplateRow = OutputFor<'printTemplate.list'>['templates'][number]

interface TemplateLineProps {
  /** Null: the built-in look. */
  template: TemplateRow | null
  isStandard: boolean
  mayChange: boolean
  onCustomers?: () => void
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** One template of a kind; its name opens it. */
export function TemplateLine({ template, isStandard, mayChange, onCustomers }: TemplateLineProps) {
  const { t } = useTranslation('printing')
  const go = useGo()
  const words = useRefusalWords()
  const standard = useCommand('printTemplate.makeStandard')
  const archive = useCommand('printTemplate.archive')
  const { offer } = useTakeBack()
  const problem = standard.problem ?? archive.problem
  const setArchived = async ({ id, name }: TemplateRow, archived: boolean) => {
    const done = await archive.run({ id, archived })
    if (done.ok && archived)
      offer({
        message: t('screen.templates.archived', { name }),
        takeBack: () => void archive.run({ id, archived: false }),
      })
  }
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        {template === null || !mayChange ? (
          <span className="one-line">{template?.name ?? t('screen.templates.builtIn')}</span>
        ) : (
          <button
            type="button"
            className={`one-line ${styles.open}`}
            onClick={() => go(`/print-templates/${template.id}`)}
          >
            {template.name}
          </button>
        )}
        {template !== null && <Tag>{t('screen.templates.version', { version: template.version })}</Tag>}
        {isStandard && (
          <StatusWord glyph="ink-check" tone="settled">
            {t('screen.templates.isStandard')}
          </StatusWord>
        )}
        {template?.isArchived && <StatusWord glyph="called-off">{t('screen.templates.isArchived')}</StatusWord>}
        {problem !== null && <span className="late">{words.problem(problem)}</span>}
      </span>
      {template !== null && mayChange && (
        <span className={styles.moves}>
          {!template.isArchived && (
            <Button
              kind="quiet"
              size={28}
              icon={<IconStar {...icon} />}
              onClick={() => void standard.run({ id: template.id, isStandard: !isStandard })}
            >
              {t(isStandard ? 'screen.templates.notStandard' : 'screen.templates.makeStandard')}
            </Button>
          )}
          {!template.isArchived && (
            <Button kind="quiet" size={28} icon={<IconUsers {...icon} />} onClick={() => onCustomers?.()}>
              {t('screen.templates.customers', { count: template.customers })}
            </Button>
          )}
          <Button
            kind="quiet"
            size={28}
            icon={<IconArchive {...icon} />}
            onClick={() => void setArchived(template, !template.isArchived)}
          >
            {t(template.isArchived ? 'screen.templates.restore' : 'screen.templates.archive')}
          </Button>
        </span>
      )}
    </li>
  )
}
