import type { Size } from '#shared/kernel/length.ts'
import styles from './label-designer.module.css'

interface LabelRulersProps {
  size: Size
  /** Pixels of a tenth of a millimetre. */
  scale: number
}

/** Millimetres along the top and the left edge: a long tick at twenty, a short one at five. */
export function LabelRulers({ size, scale }: LabelRulersProps) {
  return (
    <>
      <Ruler length={size.width} scale={scale} side="top" />
      <Ruler length={size.height} scale={scale} side="left" />
    </>
  )
}

function Ruler({ length, scale, side }: { length: number; scale: number; side: 'top' | 'left' }) {
  // Where a millimetre is a pixel or two, every fifth would be a grey bar.
  const every = scale * 50 < 6 ? 100 : 50
  const ticks = Array.from({ length: Math.floor(length / every) + 1 }, (_, at) => at * every)
  return (
    <div className={styles.ruler} data-side={side} aria-hidden>
      {ticks.map((tick) => {
        const isNamed = tick % 200 === 0
        return (
          <span
            key={tick}
            className={styles.tick}
            data-long={isNamed}
            style={side === 'top' ? { left: tick * scale } : { top: tick * scale }}
          >
            {isNamed ? tick / 10 : ''}
          </span>
        )
      })}
    </div>
  )
}
