import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '#renderer/settings/index.ts'
import { ColumnPart, Segmented, SelectField, SideColumn, TextAreaField, TextField } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { builtInDesign, type PaperDesign } from '#shared/printing/templates/paper-look.ts'
import type { PaperShape } from '#shared/printing/templates/template-shape.ts'
import { useFillings } from '../fillings.ts'
import { TemplateFrame } from '../template-frame.tsx'
import { type Template, useTemplateForm } from '../use-template-form.ts'
import { useTemplatePreview } from '../use-template-preview.ts'
import { ArrangeList } from './arrange-list.tsx'
import { LetterheadFields } from './letterhead-fields.tsx'
import styles from './paper-editor.module.css'
import { PaperPreviewPane } from './paper-preview-pane.tsx'

type Kind = OutputFor<'printTemplate.kinds'>['kinds'][number]

interface PaperEditorProps {
  template: Template
  kind: Kind
  shape: PaperShape
}

/** A sheet or receipt at the left as it would come out, and what can be said about it at the right. */
export function PaperEditor({ template, kind, shape }: PaperEditorProps) {
  const { t, i18n } = useTranslation('printing')
  const form = useTemplateForm(template, shape)
  const [language, setLanguage] = useState<Language>(languages.find((each) => each === i18n.language) ?? 'en')
  const [paperForm, setPaperForm] = useState(kind.forms[0] ?? 'page')
  const [documentId, setDocumentId] = useState<string | null>(null)
  const fillings = useFillings(kind.about)
  const design: PaperDesign = form.design.design === 'paper' ? form.design : builtInDesign
  const wish = useMemo(
    () => ({ kind: kind.kind, design, documentId, form: paperForm, language }),
    [kind.kind, design, documentId, paperForm, language],
  )
  const preview = useTemplatePreview(wish)
  const set = (part: Partial<PaperDesign>, step?: string) => form.change({ ...design, ...part }, step)
  if (!form.isReady) return null
  return (
    <TemplateFrame template={template} form={form} wish={wish} forms={kind.forms}>
      <div className={styles.middle}>
        <div className={styles.bar}>
          <SelectField
            label={t('screen.templates.fillWith')}
            options={[
              { value: '', label: t('screen.templates.sample') },
              ...fillings.map(({ id, label }) => ({ value: id, label })),
            ]}
            value={documentId ?? ''}
            onChange={(id) => setDocumentId(id === '' ? null : id)}
          />
          {kind.forms.length > 1 && (
            <Segmented
              label={t('screen.templates.onPaper')}
              segments={kind.forms.map((each) => ({ value: each, label: t(`screen.form.${each}`) }))}
              value={paperForm}
              onChange={setPaperForm}
            />
          )}
        </div>
        <PaperPreviewPane preview={preview} name={form.name} />
      </div>
      <SideColumn width={316} label={t('screen.templates.look')}>
        <ColumnPart title={t('screen.templates.look')}>
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
            <LetterheadFields
              design={design}
              onChange={set}
              check={form.check}
              hasColour={kind.forms.includes('page')}
            />
          </div>
        </ColumnPart>
        <ColumnPart title={t('screen.templates.words')}>
          <div className={styles.fields}>
            <Segmented
              label={t('screen.templates.language')}
              labelIsHidden
              size={28}
              fullWidth
              segments={languages.map((each) => ({
                value: each,
                label: <abbr title={languageName(each)}>{each.toUpperCase()}</abbr>,
              }))}
              value={language}
              onChange={setLanguage}
            />
            {shape.texts.map((place) => (
              <TextAreaField
                key={place}
                name={`design.texts.${place}.${language}`}
                label={t(`screen.templates.text.${place}`)}
                hint={t('screen.templates.textHint')}
                rows={2}
                value={design.texts[place]?.[language] ?? ''}
                onChange={(text) =>
                  set(
                    { texts: { ...design.texts, [place]: { ...design.texts[place], [language]: text } } },
                    `${place} ${language}`,
                  )
                }
                onLeave={form.check.leave(`design.texts.${place}.${language}`)}
                error={form.check.errorOf(`design.texts.${place}.${language}`)}
              />
            ))}
          </div>
        </ColumnPart>
        <ColumnPart title={t('screen.templates.blocks')} right={t('screen.templates.moveHint')}>
          <ArrangeList
            label={t('screen.templates.blocks')}
            standard={shape.sections}
            wished={design.sections}
            nameOf={(name) => t(`screen.block.${name}`)}
            onChange={(sections) => set({ sections })}
          />
        </ColumnPart>
        {shape.columns.length > 0 && (
          <ColumnPart title={t('screen.templates.columns')} right={t('screen.templates.moveHint')}>
            <ArrangeList
              label={t('screen.templates.columns')}
              standard={shape.columns}
              wished={design.columns}
              nameOf={(name) => t(`screen.tableColumn.${name}`)}
              onChange={(columns) => set({ columns })}
            />
          </ColumnPart>
        )}
      </SideColumn>
    </TemplateFrame>
  )
}
