import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { SelectField, TextAreaField } from '#renderer/ui/index.ts'
import { type DesignPart, fieldsIn } from '#shared/printing/templates/label-design.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'
import { PictureChoice } from '../picture-choice.tsx'

interface ContentFieldsProps {
  part: DesignPart
  shape: LabelShape
  /** Path of the part in the form. */
  place: string
  check: FormCheck
  onChange: (change: Partial<DesignPart>, step: string) => void
}

const codes = ['code128', 'ean13', 'qr', 'dataMatrix'] as const
const own = ''

/** What a part shows: a field of its subject, words of one's own with fields in them, or a picture. */
export function ContentFields({ part, shape, place, check, onChange }: ContentFieldsProps) {
  const { t } = useTranslation('printing')
  if (part.part === 'picture') {
    return (
      <>
        <SelectField
          label={t('screen.designer.shows')}
          options={[
            ...shape.pictures.map((name) => ({ value: name, label: t(`screen.field.${name}`) })),
            ...(part.picture.from === 'own' ? [{ value: own, label: t('screen.designer.ownPicture') }] : []),
          ]}
          value={part.picture.from === 'own' ? own : part.picture.name}
          onChange={(name) => name !== own && onChange({ picture: { from: 'field', name } }, 'shows')}
        />
        <PictureChoice
          label={t('screen.part.picture')}
          hash={part.picture.from === 'own' ? part.picture.hash : null}
          error={check.errorOf(`${place}.picture`)}
          onChange={(hash) => onChange({ picture: { from: 'own', hash } }, 'shows')}
        />
      </>
    )
  }
  if (!('content' in part)) return null
  const [field] = fieldsIn(part.content)
  const isField = field !== undefined && part.content === `{${field}}` && shape.fields.includes(field)
  return (
    <>
      {part.part !== 'text' && (
        <SelectField
          label={t('screen.designer.codeKind')}
          options={codes.map((code) => ({ value: code, label: t(`screen.code.${code}`) }))}
          value={part.part}
          onChange={(code) => onChange({ part: code }, 'code')}
        />
      )}
      <SelectField
        label={t('screen.designer.shows')}
        options={[
          ...shape.fields.map((name) => ({ value: name, label: t(`screen.field.${name}`) })),
          { value: own, label: t('screen.designer.ownWords') },
        ]}
        value={isField ? field : own}
        onChange={(name) => onChange({ content: name === own ? `${part.content} ` : `{${name}}` }, 'shows')}
      />
      {!isField && (
        <TextAreaField
          name={`${place}.content`}
          label={t('screen.designer.ownWords')}
          hint={t('screen.designer.ownWordsHint', { field: `{${shape.fields[0] ?? ''}}` })}
          rows={2}
          value={part.content}
          onChange={(content) => onChange({ content }, 'content')}
          onLeave={check.leave(`${place}.content`)}
          error={check.errorOf(`${place}.content`)}
        />
      )}
    </>
  )
}
