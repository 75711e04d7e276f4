import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTakeBack } from '#renderer/client/index.ts'
import { CheckboxField, IconButton, SelectField, TextField } from '#renderer/ui/index.ts'
import { useTexts } from '../words/use-texts.ts'
import { movedUp, withOption } from './option-steps.ts'
import styles from './product-editor.module.css'
import { type OptionValues, withText } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'
import { ValueGrid } from './value-grid.tsx'

interface OptionEditorProps {
  form: ProductForm
  option: OptionValues
  at: number
}

const none = ''

/** One option: what it is called, its values, and what is chosen at first. */
export function OptionEditor({ form, option, at }: OptionEditorProps) {
  const { t } = useTranslation('catalog')
  const { offer } = useTakeBack()
  const text = useTexts()
  const { change, check, leave, language, base, errorUnder } = form
  const path = `options.${at}`
  const set = (part: Partial<OptionValues>) => change((now) => withOption(now, option.id, part))
  const name = text(option.names) || t(`screen.option.kind.${option.kind}`)
  const isKept = base?.options.some(({ code }) => code === option.code) ?? false
  const remove = () => {
    change((now) => ({ ...now, options: now.options.filter(({ id }) => id !== option.id) }))
    offer({
      message: t('screen.option.removed', { name }),
      takeBack: () => change((now) => ({ ...now, options: now.options.toSpliced(at, 0, option) })),
    })
  }
  // Problems of the option as a whole are said at its name, where F8 leads.
  const own = check.errorOf(path) ?? check.errorOf(`${path}.values`)
  return (
    <section className={styles.option} aria-label={name}>
      <div className={styles.optionHead}>
        <TextField
          name={path}
          label={t(`screen.option.named.${option.kind}`)}
          value={option.names[language]}
          onChange={(typed) => set({ names: withText(option.names, language, typed) })}
          onLeave={leave(path)}
          error={own}
        />
        <TextField
          name={`${path}.code`}
          label={t('screen.option.code')}
          isCode
          isReadOnly={isKept}
          placeholder={t('screen.option.codeHint')}
          value={option.code}
          onChange={(code) => set({ code })}
          onLeave={leave(`${path}.code`)}
          error={check.errorOf(`${path}.code`)}
        />
        {option.kind === 'pages' ? (
          <TextField
            name={`${path}.defaultValue`}
            label={t('screen.option.first')}
            value={option.defaultValue}
            onChange={(defaultValue) => set({ defaultValue })}
            onLeave={leave(`${path}.defaultValue`)}
            error={check.errorOf(`${path}.defaultValue`)}
          />
        ) : (
          <SelectField
            name={`${path}.defaultValue`}
            label={t('screen.option.first')}
            options={[
              { value: none, label: t('screen.option.nothingFirst') },
              ...option.values
                .filter(({ code }) => code !== '')
                .map(({ code, names, size }) => ({ value: code, label: text(names) || size || code })),
            ]}
            value={option.defaultValue}
            onChange={(defaultValue) => set({ defaultValue })}
            error={check.errorOf(`${path}.defaultValue`)}
          />
        )}
        <span className={styles.rowActions}>
          {at > 0 && (
            <IconButton
              label={t('screen.option.up', { name })}
              icon={<IconArrowUp size={16} stroke={1.6} />}
              onClick={() => change((now) => ({ ...now, options: movedUp(now.options, at) }))}
            />
          )}
          <IconButton
            label={t('screen.option.remove', { name })}
            icon={<IconX size={16} stroke={1.6} />}
            onClick={remove}
          />
        </span>
      </div>
      {option.kind === 'pages' ? (
        <PagesFields form={form} option={option} path={path} onChange={set} />
      ) : (
        <ValueGrid form={form} option={option} at={at} />
      )}
      {option.kind === 'size' && <FreeFields form={form} option={option} path={path} onChange={set} />}
      <CheckboxField
        label={t('screen.option.inTitle')}
        isChecked={option.isInTitle}
        onChange={(isInTitle) => set({ isInTitle })}
      />
      {own === null && errorUnder(path) !== null && <p className={styles.problem}>{errorUnder(path)}</p>}
    </section>
  )
}

interface OptionFieldsProps {
  form: ProductForm
  option: OptionValues
  path: string
  onChange: (part: Partial<OptionValues>) => void
}

const pageFields = ['min', 'max', 'step', 'offered'] as const

function PagesFields({ form, option, path, onChange }: OptionFieldsProps) {
  const { t } = useTranslation('catalog')
  return (
    <div className={styles.pages}>
      {pageFields.map((field) => (
        <TextField
          key={field}
          name={`${path}.${field}`}
          label={t(`screen.option.pages.${field}`)}
          value={option[field]}
          onChange={(typed) => onChange({ [field]: typed })}
          onLeave={form.leave(`${path}.${field}`)}
          error={form.errorUnder(`${path}.${field}`)}
        />
      ))}
    </div>
  )
}

/** Sizes of the customer's own, within what the machines can do. */
function FreeFields({ form, option, path, onChange }: OptionFieldsProps) {
  const { t } = useTranslation('catalog')
  return (
    <div className={styles.free}>
      <CheckboxField
        label={t('screen.option.free')}
        isChecked={option.isFree}
        onChange={(isFree) => onChange({ isFree })}
      />
      {option.isFree && (
        <>
          <TextField
            name={`${path}.free`}
            label={t('screen.option.freeFrom')}
            placeholder="50 × 50"
            value={option.freeFrom}
            onChange={(freeFrom) => onChange({ freeFrom })}
            onLeave={form.leave(`${path}.free`)}
            error={form.check.errorOf(`${path}.free`)}
          />
          <TextField
            name={`${path}.freeTo`}
            label={t('screen.option.freeTo')}
            placeholder="1000 × 700"
            value={option.freeTo}
            onChange={(freeTo) => onChange({ freeTo })}
            onLeave={form.leave(`${path}.freeTo`)}
            error={form.check.errorOf(`${path}.freeTo`)}
          />
        </>
      )}
    </div>
  )
}
