import { type Icon, IconBarcode, IconLetterT, IconLine, IconPhoto, IconQrcode, IconSquare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/index.ts'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import styles from './label-designer.module.css'
import type { NewPart } from './new-part.ts'
import { usePartWords } from './part-words.ts'
import type { LabelParts } from './use-label-parts.ts'

const icons: Readonly<Record<DesignPart['part'], Icon>> = {
  text: IconLetterT,
  code128: IconBarcode,
  ean13: IconBarcode,
  qr: IconQrcode,
  dataMatrix: IconQrcode,
  picture: IconPhoto,
  line: IconLine,
  box: IconSquare,
}
const kinds: readonly NewPart[] = ['text', 'field', 'code', 'picture', 'line', 'box']

/** What lies on the label, the topmost first, and what can be added. */
export function PartsList({ parts, hasPictures }: { parts: LabelParts; hasPictures: boolean }) {
  const { t } = useTranslation('printing')
  const wordsOf = usePartWords()
  const { design, chosen, choose, add } = parts
  return (
    <div className={styles.list}>
      <h2 className="t-label settled">{t('screen.designer.onLabel')}</h2>
      <ul className={styles.names}>
        {design.parts.toReversed().map((part) => {
          const Sign = icons[part.part]
          return (
            <li key={part.id}>
              <button
                type="button"
                className={styles.nameOf}
                aria-pressed={chosen?.id === part.id}
                onClick={() => choose(part.id)}
              >
                <Sign size={16} stroke={1.6} aria-hidden />
                <span className="one-line">{wordsOf(part)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <h2 className="t-label settled">{t('screen.designer.add')}</h2>
      <div className={styles.adds}>
        {kinds
          .filter((kind) => kind !== 'picture' || hasPictures)
          .map((kind) => (
            <Button key={kind} size={28} onClick={() => add(kind)}>
              {t(`screen.designer.new.${kind}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}
