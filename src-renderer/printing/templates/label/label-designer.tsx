import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { ColumnPart, ErrorNotice, Segmented, SelectField, SideColumn, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'
import { useFillings } from '../fillings.ts'
import { TemplateFrame } from '../template-frame.tsx'
import { type Template, useTemplateForm } from '../use-template-form.ts'
import { useTemplatePreview } from '../use-template-preview.ts'
import { LabelCanvas } from './label-canvas.tsx'
import { LabelChecks } from './label-checks.tsx'
import styles from './label-designer.module.css'
import { LabelFields } from './label-fields.tsx'
import { PartFields } from './part-fields.tsx'
import { PartsList } from './parts-list.tsx'
import { useLabelParts } from './use-label-parts.ts'

type Kind = OutputFor<'printTemplate.kinds'>['kinds'][number]

interface LabelDesignerProps {
  template: Template
  kind: Kind
  shape: LabelShape
}

type Zoom = 'fit' | 'actual' | 'dots'

/** Pixels of a screen in a tenth of a millimetre, as browsers reckon an inch. */
const actualScale = 96 / 254

/** Picture 11: the parts at the left, the label on the desk, the numbers of the chosen part at the right. */
export function LabelDesigner({ template, kind, shape }: LabelDesignerProps) {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const form = useTemplateForm(template, shape)
  const parts = useLabelParts(form, shape)
  const fillings = useFillings(kind.about)
  const [documentId, setDocumentId] = useState<string | null>(null)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const desk = useRef<HTMLDivElement>(null)
  const room = useRoom(desk, form.isReady)
  const { design, chosen } = parts
  const wish = useMemo(() => ({ kind: kind.kind, design, documentId }), [kind.kind, design, documentId])
  const preview = useTemplatePreview(wish)
  const label = preview.shown?.label ?? null
  const dpi = label?.dpi ?? 203
  const fit = Math.min((room.width - 90) / design.size.width, (room.height - 80) / design.size.height, 1.6)
  const scale = zoom === 'actual' ? actualScale : zoom === 'dots' ? dpi / 254 : Math.max(0.05, fit)
  useKeys([
    {
      keys: 'Ctrl+D',
      label: t('screen.designer.duplicate'),
      run: () => chosen !== null && parts.duplicate(chosen),
      isActive: chosen !== null,
    },
  ])
  if (!form.isReady) return null
  return (
    <TemplateFrame template={template} form={form} wish={wish} forms={kind.forms}>
      <div className={styles.left}>
        <PartsList parts={parts} hasPictures={shape.pictures.length > 0} />
        <div className={styles.filling}>
          <SelectField
            label={t('screen.templates.fillWith')}
            options={[
              { value: '', label: t('screen.templates.sample') },
              ...fillings.map(({ id, label: name }) => ({ value: id, label: name })),
            ]}
            value={documentId ?? ''}
            onChange={(id) => setDocumentId(id === '' ? null : id)}
          />
        </div>
      </div>
      <div className={styles.desk} ref={desk}>
        {preview.problem !== null && (
          <ErrorNotice what={t('screen.preview.notShown')} why={words.problem(preview.problem)} />
        )}
        <LabelCanvas parts={parts} preview={preview} checked={label?.parts ?? []} scale={scale} />
      </div>
      <SideColumn width={268} isPlain label={t('screen.designer.numbers')}>
        {chosen === null ? (
          <LabelFields form={form} parts={parts} />
        ) : (
          <PartFields key={chosen.id} part={chosen} parts={parts} shape={shape} check={form.check} />
        )}
        <LabelChecks label={label} parts={parts} />
        <ColumnPart title={t('screen.designer.zoom')}>
          <Segmented
            label={t('screen.designer.zoom')}
            labelIsHidden
            size={28}
            segments={(['fit', 'actual', 'dots'] as const).map((value) => ({
              value,
              label: t(`screen.designer.zoomTo.${value}`),
            }))}
            value={zoom}
            onChange={setZoom}
          />
        </ColumnPart>
      </SideColumn>
    </TemplateFrame>
  )
}

/** How much of the desk is in sight. */
function useRoom(desk: { readonly current: HTMLDivElement | null }, isThere: boolean) {
  const [room, setRoom] = useState({ width: 620, height: 620 })
  useEffect(() => {
    const element = desk.current
    if (!isThere || element === null) return
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk, isThere])
  return room
}
