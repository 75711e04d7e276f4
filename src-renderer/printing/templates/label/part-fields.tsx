import { useTranslation } from 'react-i18next'
import { type FormCheck, useFormat } from '#renderer/client/index.ts'
import { CheckboxField, ColumnPart, Segmented } from '#renderer/ui/index.ts'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import { frameOf, withFrame } from '#shared/printing/templates/part-frame.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'
import { ContentFields } from './content-fields.tsx'
import { KeptNumber } from './kept-number.tsx'
import styles from './label-designer.module.css'
import { tenthsOf, wholeOf } from './millimetres.ts'
import { PartMoves } from './part-moves.tsx'
import { usePartWords } from './part-words.ts'
import type { LabelParts } from './use-label-parts.ts'

interface PartFieldsProps {
  part: DesignPart
  parts: LabelParts
  shape: LabelShape
  check: FormCheck
}

/** The numbers of the chosen part: whatever a hand can drag can be typed. */
export function PartFields({ part, parts, shape, check }: PartFieldsProps) {
  const { t } = useTranslation('printing')
  const format = useFormat()
  const wordsOf = usePartWords()
  const frame = frameOf(part)
  const place = `design.parts.${parts.design.parts.findIndex((each) => each.id === part.id)}`
  const put = (change: Partial<DesignPart>, step: string) =>
    parts.put({ ...part, ...change } as DesignPart, `${step} ${part.id}`)
  const length = (name: 'x' | 'y' | 'width' | 'height') => (
    <KeptNumber
      key={name}
      name={`${place}.${name}`}
      label={t(`screen.designer.${name}`)}
      value={frame[name]}
      parse={tenthsOf}
      format={format.millimetres}
      onChange={(value) => parts.put(withFrame(part, { ...frame, [name]: value }), `${name} ${part.id}`)}
      onLeave={check.leave(`${place}.${name}`)}
      error={check.errorOf(`${place}.${name}`)}
    />
  )
  const isSquare = part.part === 'qr' || part.part === 'dataMatrix'
  const hasHeight = !isSquare && part.part !== 'text'
  return (
    <ColumnPart title={wordsOf(part)}>
      <div className={styles.fields}>
        <ContentFields part={part} shape={shape} place={place} check={check} onChange={put} />
        <div className={styles.pair}>
          {length('x')}
          {length('y')}
          {length('width')}
          {hasHeight && length('height')}
          {part.part === 'text' && (
            <>
              <KeptNumber
                name={`${place}.size`}
                label={t('screen.designer.size')}
                value={part.size}
                parse={tenthsOf}
                format={format.millimetres}
                onChange={(size) => put({ size }, 'letters')}
                onLeave={check.leave(`${place}.size`)}
                error={check.errorOf(`${place}.size`)}
              />
              <KeptNumber
                name={`${place}.lines`}
                label={t('screen.designer.lines')}
                value={part.lines}
                parse={wholeOf}
                format={String}
                onChange={(lines) => put({ lines }, 'lines')}
                onLeave={check.leave(`${place}.lines`)}
                error={check.errorOf(`${place}.lines`)}
              />
            </>
          )}
        </div>
        {part.part === 'text' && (
          <>
            <Segmented
              label={t('screen.designer.align')}
              size={28}
              fullWidth
              segments={(['start', 'center', 'end'] as const).map((value) => ({
                value,
                label: t(`screen.designer.alignTo.${value}`),
              }))}
              value={part.align}
              onChange={(align) => put({ align }, 'align')}
            />
            <CheckboxField
              label={t('screen.designer.shrink')}
              isChecked={part.shrinkTo < 100}
              onChange={(shrinks) => put({ shrinkTo: shrinks ? 60 : 100 }, 'shrink')}
            />
          </>
        )}
        {'hasCaption' in part && !isSquare && (
          <CheckboxField
            label={t('screen.designer.caption')}
            isChecked={part.hasCaption}
            onChange={(hasCaption) => put({ hasCaption }, 'caption')}
          />
        )}
        {part.part === 'line' && (
          <Segmented
            label={t('screen.designer.direction')}
            size={28}
            fullWidth
            segments={(['across', 'down'] as const).map((value) => ({
              value,
              label: t(`screen.designer.directionOf.${value}`),
            }))}
            value={part.direction}
            onChange={(direction) => put({ direction }, 'direction')}
          />
        )}
        {'turn' in part && (
          <Segmented
            label={t('screen.designer.turn')}
            size={28}
            fullWidth
            segments={(['0', '90', '180', '270'] as const).map((value) => ({ value, label: `${value}°` }))}
            value={`${part.turn}`}
            onChange={(turn) => put({ turn: turns[turn] }, 'turn')}
          />
        )}
        <PartMoves part={part} parts={parts} />
      </div>
    </ColumnPart>
  )
}

const turns = { '0': 0, '90': 90, '180': 180, '270': 270 } as const
