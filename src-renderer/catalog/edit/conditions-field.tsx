import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/client/index.ts'
import { Button, IconButton, Popover, SelectField, TextField, ToggleChip } from '#renderer/ui/index.ts'
import type { ProductOption } from '#shared/catalog/product-options.ts'
import { freeSizeCode } from '#shared/catalog/product-options.ts'
import { conditionWords, optionName, valueName } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import styles from './product-editor.module.css'
import { type ConditionValues, newCondition, type OptionValues } from './product-values.ts'
import { readConditions } from './read-options.ts'
import { TypedReader } from './typed-reader.ts'
import type { ProductForm } from './use-product-form.ts'

interface ConditionsFieldProps {
  form: ProductForm
  /** Path of what has the conditions; the button carries it, so that its problems are found there. */
  name: string
  label: string
  conditions: readonly ConditionValues[]
  onChange: (conditions: ConditionValues[]) => void
  /** What stands there when there is no condition: "Always". */
  without: string
}

/** When something holds: one or more options with the values that count. Shown as a sentence, changed in a popover. */
export function ConditionsField({ form, name, label, conditions, onChange, without }: ConditionsFieldProps) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const [isOpen, setOpen] = useState(false)
  const words = useConditionWords(form, conditions)
  const add = () => onChange([...conditions, newCondition(newId())])
  const open = () => {
    if (conditions.length === 0) add()
    setOpen(!isOpen)
  }
  const edit = (id: string, part: Partial<ConditionValues>) =>
    onChange(conditions.map((each) => (each.id === id ? { ...each, ...part } : each)))
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      width={380}
      trapsFocus
      target={
        <button
          type="button"
          name={name}
          className={styles.conditions}
          aria-expanded={isOpen}
          aria-label={`${label}: ${words || without}`}
          onClick={open}
        >
          {words || <span className="hint">{without}</span>}
        </button>
      }
    >
      <div className={styles.popover}>
        <p className="t-label">{label}</p>
        {conditions.map((condition) => (
          <Condition
            key={condition.id}
            options={form.values.options}
            readable={form.reading.input.options}
            condition={condition}
            onChange={(part) => edit(condition.id, part)}
            onRemove={() => onChange(conditions.filter(({ id }) => id !== condition.id))}
          />
        ))}
        <Button size={28} onClick={add}>
          {t('screen.condition.add')}
        </Button>
      </div>
    </Popover>
  )
}

interface ConditionProps {
  options: readonly OptionValues[]
  readable: readonly ProductOption[]
  condition: ConditionValues
  onChange: (part: Partial<ConditionValues>) => void
  onRemove: () => void
}

function Condition({ options, readable, condition, onChange, onRemove }: ConditionProps) {
  const { t } = useTranslation('catalog')
  const sayer = useOptionSayer()
  const option = readable.find(({ code }) => code === condition.option)
  const choices = options.filter(({ code }) => code !== '')
  const toggle = (code: string) =>
    onChange({
      anyOf: condition.anyOf.includes(code)
        ? condition.anyOf.filter((each) => each !== code)
        : [...condition.anyOf, code],
    })
  return (
    <div className={styles.condition}>
      <div className={styles.conditionHead}>
        <SelectField
          label={t('screen.condition.option')}
          labelIsHidden
          placeholder={t('screen.condition.option')}
          options={choices.map(({ code, names }) => ({ value: code, label: sayer.text(names) || code }))}
          value={condition.option === '' ? null : condition.option}
          onChange={(code) => onChange({ option: code, anyOf: [], from: '', to: '' })}
        />
        <IconButton label={t('screen.condition.remove')} icon={<IconX size={16} stroke={1.6} />} onClick={onRemove} />
      </div>
      {option?.kind === 'pages' && (
        <div className={styles.bounds}>
          <TextField
            label={t('screen.condition.pagesFrom')}
            value={condition.from}
            onChange={(from) => onChange({ from })}
          />
          <TextField label={t('screen.condition.pagesTo')} value={condition.to} onChange={(to) => onChange({ to })} />
        </div>
      )}
      {option !== undefined && option.kind !== 'pages' && (
        <fieldset className={styles.chips}>
          <legend className="visually-hidden">{optionName(option, sayer)}</legend>
          {[
            ...option.values.map(({ code }) => code),
            ...(option.kind === 'size' && option.free !== null ? [freeSizeCode] : []),
          ].map((code) => (
            <ToggleChip key={code} isOn={condition.anyOf.includes(code)} onToggle={() => toggle(code)}>
              {valueName(option, code, sayer)}
            </ToggleChip>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function useConditionWords(form: ProductForm, conditions: readonly ConditionValues[]): string {
  const sayer = useOptionSayer()
  const reader = new TypedReader(form.format, 'EUR')
  const whole = conditions.filter(
    ({ option, anyOf, from, to }) => option !== '' && anyOf.length + from.length + to.length > 0,
  )
  return conditionWords(readConditions(whole, form.values.options, '', reader), form.reading.input.options, sayer)
}
