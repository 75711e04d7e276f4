import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputFor } from '#shared/contract.ts'
import { safeMargin } from '#shared/printing/templates/label-check.ts'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import { type Frame, frameOf, snapped, withFrame } from '#shared/printing/templates/part-frame.ts'
import type { TemplatePreview } from '../use-template-preview.ts'
import styles from './label-designer.module.css'
import { LabelRulers } from './label-rulers.tsx'
import { usePartWords } from './part-words.ts'
import type { LabelParts } from './use-label-parts.ts'

type PlacedPart = NonNullable<OutputFor<'printTemplate.preview'>['label']>['parts'][number]

interface LabelCanvasProps {
  parts: LabelParts
  preview: TemplatePreview
  checked: readonly PlacedPart[]
  /** Pixels of a tenth of a millimetre. */
  scale: number
}

interface Drag {
  readonly part: DesignPart
  readonly corner: Corner | null
  readonly from: { readonly x: number; readonly y: number }
  readonly step: string
}

type Corner = 'nw' | 'ne' | 'sw' | 'se'
const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se']
const step = { small: 5, large: 50 } as const

/** The label as it will be burnt, with a frame for each part: to be chosen, dragged and sized by hand or by keys. */
export function LabelCanvas({ parts, preview, checked, scale }: LabelCanvasProps) {
  const { t } = useTranslation('printing')
  const wordsOf = usePartWords()
  const drag = useRef<Drag | null>(null)
  const [isDragging, setDragging] = useState(false)
  const { design, chosen, choose, put } = parts
  const { size } = design
  const [picture] = preview.shown?.pictures ?? []
  const place = ({ x, y, width, height }: Frame) => ({
    left: x * scale,
    top: y * scale,
    width: Math.max(6, width * scale),
    height: Math.max(6, height * scale),
  })
  const begin = (part: DesignPart, corner: Corner | null) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    choose(part.id)
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { part, corner, from: { x: event.clientX, y: event.clientY }, step: `drag ${event.timeStamp}` }
    setDragging(true)
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    if (now === null) return
    const dx = (event.clientX - now.from.x) / scale
    const dy = (event.clientY - now.from.y) / scale
    const frame = frameOf(now.part)
    if (now.corner !== null) return put(withFrame(now.part, resized(frame, now.corner, dx, dy)), now.step)
    const wanted = { ...frame, x: frame.x + dx, y: frame.y + dy }
    const others = design.parts.filter((each) => each.id !== now.part.id && each.part !== 'box').map(frameOf)
    // Alt lets go of what draws it.
    const at = event.altKey ? { x: wanted.x, y: wanted.y } : snapped(wanted, others, size, safeMargin)
    put({ ...now.part, x: Math.round(at.x), y: Math.round(at.y) }, now.step)
  }
  const end = () => {
    drag.current = null
    setDragging(false)
  }
  const onKeys = (part: DesignPart) => (event: KeyboardEvent) => {
    const by = event.shiftKey ? step.large : step.small
    const [dx, dy] =
      event.key === 'ArrowLeft'
        ? [-by, 0]
        : event.key === 'ArrowRight'
          ? [by, 0]
          : event.key === 'ArrowUp'
            ? [0, -by]
            : event.key === 'ArrowDown'
              ? [0, by]
              : [0, 0]
    if (dx !== 0 || dy !== 0) {
      event.preventDefault()
      event.stopPropagation()
      if (!event.ctrlKey && !event.metaKey) put({ ...part, x: part.x + dx, y: part.y + dy }, `arrows ${part.id}`)
      else put(withFrame(part, resized(frameOf(part), 'se', dx, dy)), `size ${part.id}`)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      parts.remove(part)
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      parts.layer(part, event.key === 'PageUp' ? 1 : -1)
    }
  }
  return (
    <div className={styles.canvas}>
      <LabelRulers size={size} scale={scale} />
      <div
        className={styles.label}
        style={{ width: size.width * scale, height: size.height * scale }}
        onPointerDown={() => choose(null)}
      >
        {picture !== undefined && (
          <img
            className={styles.burnt}
            src={`data:${picture.mediaType};base64,${picture.data}`}
            alt={t('screen.designer.label')}
            draggable={false}
          />
        )}
        <div className={styles.safe} style={{ inset: safeMargin * scale }} aria-hidden />
        {design.parts.map((part) => {
          const found = checked.find((each) => each.id === part.id)
          const isWrong = (found?.warnings.length ?? 0) > 0
          return (
            <button
              key={part.id}
              type="button"
              className={styles.part}
              style={place(frameOf(part))}
              data-chosen={chosen?.id === part.id}
              data-wrong={isWrong}
              data-box={part.part === 'box'}
              aria-pressed={chosen?.id === part.id}
              aria-label={isWrong ? t('screen.designer.partWrong', { part: wordsOf(part) }) : wordsOf(part)}
              onFocus={() => choose(part.id)}
              onKeyDown={onKeys(part)}
              onPointerDown={begin(part, null)}
              onPointerMove={move}
              onPointerUp={end}
              onPointerCancel={end}
            />
          )
        })}
        {chosen !== null &&
          corners.map((corner) => (
            <span
              key={corner}
              className={styles.handle}
              data-corner={corner}
              data-dragging={isDragging}
              style={cornerAt(place(frameOf(chosen)), corner)}
              aria-hidden
              onPointerDown={begin(chosen, corner)}
              onPointerMove={move}
              onPointerUp={end}
              onPointerCancel={end}
            />
          ))}
      </div>
    </div>
  )
}

function cornerAt(box: { left: number; top: number; width: number; height: number }, corner: Corner) {
  return {
    left: corner.endsWith('w') ? box.left : box.left + box.width,
    top: corner.startsWith('n') ? box.top : box.top + box.height,
  }
}

/** A frame with one corner moved; the opposite one stays. By half millimetres, as the arrows go. */
function resized({ x, y, width, height }: Frame, corner: Corner, dx: number, dy: number): Frame {
  const half = (value: number) => Math.round(value / 5) * 5
  const wide = corner.endsWith('w') ? width - half(dx) : width + half(dx)
  const tall = corner.startsWith('n') ? height - half(dy) : height + half(dy)
  return {
    x: corner.endsWith('w') ? x + width - Math.max(5, wide) : x,
    y: corner.startsWith('n') ? y + height - Math.max(5, tall) : y,
    width: Math.max(5, wide),
    height: Math.max(5, tall),
  }
}
