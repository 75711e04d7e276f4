import { useTranslation } from 'react-i18next'
import type { DesignPart } from '#shared/printing/templates/label-design.ts'
import { fieldsIn } from '#shared/printing/templates/label-design.ts'

/** A part by what it shows: "Name", "Number, QR code", "Line". */
export function usePartWords(): (part: DesignPart) => string {
  const { t } = useTranslation('printing')
  return (part) => {
    if (part.part === 'line' || part.part === 'box') return t(`screen.part.${part.part}`)
    if (part.part === 'picture')
      return part.picture.from === 'own' ? t('screen.part.picture') : t(`screen.field.${part.picture.name}`)
    const [field] = fieldsIn(part.content)
    const own = part.content.split('\n')[0] ?? ''
    const said = field === undefined ? own : t(`screen.field.${field}`)
    return part.part === 'text' ? said : t('screen.part.code', { what: said, code: t(`screen.code.${part.part}`) })
  }
}
