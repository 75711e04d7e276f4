import {
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconStackBackward,
  IconStackForward,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#renderer/ui/index.ts'
import { safeMargin } from '#shared/printing/templates/label-check.ts'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import { type Alignment, aligned } from '#shared/printing/templates/part-frame.ts'
import styles from './label-designer.module.css'
import type { LabelParts } from './use-label-parts.ts'

const alignments: readonly (readonly [Alignment, typeof IconCopy])[] = [
  ['left', IconLayoutAlignLeft],
  ['center', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
]
const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const

/** Where on the label, which layer, once more, or away. */
export function PartMoves({ part, parts }: { part: DesignPart; parts: LabelParts }) {
  const { t } = useTranslation('printing')
  return (
    <>
      <fieldset className={styles.tools} aria-label={t('screen.designer.alignOnLabel')}>
        {alignments.map(([to, Sign]) => (
          <IconButton
            key={to}
            label={t(`screen.designer.to.${to}`)}
            icon={<Sign {...icon} />}
            onClick={() => parts.put(aligned(part, to, parts.design.size, safeMargin))}
          />
        ))}
        <IconButton
          label={t('screen.designer.forward')}
          keys="PageUp"
          icon={<IconStackForward {...icon} />}
          onClick={() => parts.layer(part, 1)}
        />
        <IconButton
          label={t('screen.designer.backward')}
          keys="PageDown"
          icon={<IconStackBackward {...icon} />}
          onClick={() => parts.layer(part, -1)}
        />
      </fieldset>
      <div className={styles.tools}>
        <Button size={28} icon={<IconCopy {...icon} />} onClick={() => parts.duplicate(part)}>
          {t('screen.designer.duplicate')}
        </Button>
        <Button kind="quiet" size={28} icon={<IconTrash {...icon} />} onClick={() => parts.remove(part)}>
          {t('screen.designer.remove')}
        </Button>
      </div>
    </>
  )
}
