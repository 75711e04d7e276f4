import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient, useTakeBack } from '#renderer/client/index.ts'
import { Button, IconButton, Segmented, SelectField, ToggleChip } from '#renderer/ui/index.ts'
import { freeSizeCode } from '#shared/catalog/product-options.ts'
import { valueName } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { ConditionsField } from './conditions-field.tsx'
import styles from './product-editor.module.css'
import type { RuleValues } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

/** What goes together and what does not (CT5): values, or a whole option, only if or not when others are chosen. */
export function RulesEditor({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const { values, change } = form
  const add = () =>
    change((now) => ({
      ...now,
      rules: [...now.rules, { id: newId(), option: '', values: [], effect: 'only_if', conditions: [] }],
    }))
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2 className="t-section">{t('screen.page.rules')}</h2>
        <Button size={28} onClick={add}>
          {t('screen.rule.add')}
        </Button>
      </div>
      {values.rules.length === 0 && <p className="hint">{t('screen.rule.none')}</p>}
      {values.rules.map((rule, at) => (
        <Rule key={rule.id} form={form} rule={rule} at={at} />
      ))}
    </section>
  )
}

function Rule({ form, rule, at }: { form: ProductForm; rule: RuleValues; at: number }) {
  const { t } = useTranslation('catalog')
  const { offer } = useTakeBack()
  const sayer = useOptionSayer()
  const { values, change, reading, errorUnder } = form
  const path = `optionRules.${at}`
  const set = (part: Partial<RuleValues>) =>
    change((now) => ({ ...now, rules: now.rules.map((each) => (each.id === rule.id ? { ...each, ...part } : each)) }))
  const remove = () => {
    change((now) => ({ ...now, rules: now.rules.filter(({ id }) => id !== rule.id) }))
    offer({
      message: t('screen.rule.removed'),
      takeBack: () => change((now) => ({ ...now, rules: now.rules.toSpliced(at, 0, rule) })),
    })
  }
  const option = reading.input.options.find(({ code }) => code === rule.option)
  const codes =
    option === undefined || option.kind === 'pages'
      ? []
      : [
          ...option.values.map(({ code }) => code),
          ...(option.kind === 'size' && option.free !== null ? [freeSizeCode] : []),
        ]
  const toggle = (code: string) =>
    set({ values: rule.values.includes(code) ? rule.values.filter((each) => each !== code) : [...rule.values, code] })
  const problem = errorUnder(path)
  return (
    <div className={styles.rule}>
      <SelectField
        name={path}
        label={t('screen.rule.option')}
        labelIsHidden
        placeholder={t('screen.rule.option')}
        options={values.options
          .filter(({ code }) => code !== '')
          .map(({ code, names }) => ({ value: code, label: sayer.text(names) || code }))}
        value={rule.option === '' ? null : rule.option}
        onChange={(code) => set({ option: code, values: [] })}
      />
      <Segmented
        label={t('screen.rule.effect')}
        labelIsHidden
        segments={[
          { value: 'only_if', label: t('screen.rule.onlyIf') },
          { value: 'excluded_when', label: t('screen.rule.notWhen') },
        ]}
        value={rule.effect}
        onChange={(effect) => set({ effect })}
      />
      <ConditionsField
        form={form}
        name={`${path}.conditions`}
        label={t('screen.rule.when')}
        conditions={rule.conditions}
        onChange={(conditions) => set({ conditions })}
        without={t('screen.rule.choose')}
      />
      <IconButton label={t('screen.rule.remove')} icon={<IconX size={16} stroke={1.6} />} onClick={remove} />
      {codes.length > 0 && option !== undefined && (
        <fieldset className={styles.chips}>
          <legend className="visually-hidden">{t('screen.rule.values')}</legend>
          <ToggleChip isOn={rule.values.length === 0} onToggle={() => set({ values: [] })}>
            {t('screen.rule.whole')}
          </ToggleChip>
          {codes.map((code) => (
            <ToggleChip key={code} isOn={rule.values.includes(code)} onToggle={() => toggle(code)}>
              {valueName(option, code, sayer)}
            </ToggleChip>
          ))}
        </fieldset>
      )}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </div>
  )
}
