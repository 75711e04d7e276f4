import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient, useTakeBack } from '#renderer/client/index.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { EntryGrid } from '../grid/entry-grid.tsx'
import { useTexts } from '../words/use-texts.ts'
import { movedUp, valueColumns, withOption, withValueCells } from './option-steps.ts'
import styles from './product-editor.module.css'
import { isBlankValue, type OptionValueRow, type OptionValues } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

interface ValueGridProps {
  form: ProductForm
  option: OptionValues
  at: number
}

/** The values of an option, one below the other; a list from a spreadsheet can be pasted into it. */
export function ValueGrid({ form, option, at }: ValueGridProps) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const { change, check, leave, language, base } = form
  const path = `options.${at}.values`
  const kept = base?.options.find(({ code }) => code === option.code)
  const isKept = (code: string) =>
    kept !== undefined && kept.kind !== 'pages' && kept.values.some((each) => each.code === code)
  const columns = valueColumns.filter((id) => id !== 'size' || option.kind === 'size')
  const setRows = (step: (rows: readonly OptionValueRow[]) => OptionValueRow[]) =>
    change((now) => {
      const current = now.options.find(({ id }) => id === option.id)
      return current === undefined ? now : withOption(now, option.id, { values: step(current.values) })
    })
  const textOf = (value: OptionValueRow, column: (typeof valueColumns)[number]) =>
    ({ code: value.code, name: value.names[language], line: value.lineNames[language], size: value.size })[column]
  const nameOf = (row: number, column: string) =>
    `${path}.${row}.${column === 'name' ? `names.${language}` : column === 'line' ? `lineNames.${language}` : column}`
  return (
    <EntryGrid
      label={t('screen.option.values')}
      columns={columns.map((id) => ({
        id,
        head: t(`screen.option.column.${id}`),
        label: t(`screen.option.column.${id}`),
        isCode: id === 'code',
        ...(id === 'code' ? { width: '22%' } : {}),
      }))}
      endHead={t('screen.option.unsaid')}
      rows={option.values.map((value, row) => ({
        id: value.id,
        label: t('screen.option.value', { number: row + 1 }),
        cells: columns.map((column) => ({
          text: textOf(value, column),
          name: nameOf(row, column),
          error: check.errorOf(nameOf(row, column)),
          readings: form.reading.questions.get(nameOf(row, column)),
          isFixed: column === 'code' && isKept(value.code),
          placeholder:
            isBlankValue(value) && column === (option.kind === 'size' ? 'size' : 'name')
              ? t('screen.grid.another')
              : placeholderOf(column, value, language),
        })),
        end: isBlankValue(value) ? null : <ValueActions value={value} row={row} setRows={setRows} />,
      }))}
      onCells={(changes) => setRows((rows) => withValueCells(rows, changes, language, newId))}
      onLeave={(name) => leave(name)()}
    />
  )
}

/** What stands there in another language says that a translation is missing here. */
function placeholderOf(
  column: string,
  { names, lineNames }: OptionValueRow,
  language: keyof OptionValueRow['names'],
): string {
  const texts = column === 'name' ? names : column === 'line' ? lineNames : null
  if (texts === null || texts[language] !== '') return ''
  return Object.values(texts).find((text) => text !== '') ?? ''
}

interface ValueActionsProps {
  value: OptionValueRow
  row: number
  setRows: (step: (rows: readonly OptionValueRow[]) => OptionValueRow[]) => void
}

function ValueActions({ value, row, setRows }: ValueActionsProps) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const { offer } = useTakeBack()
  const name = text(value.names) || value.size || value.code
  const remove = () => {
    setRows((rows) => rows.filter(({ id }) => id !== value.id))
    offer({
      message: t('screen.option.removed', { name }),
      takeBack: () => setRows((rows) => rows.toSpliced(row, 0, value)),
    })
  }
  return (
    <span className={styles.rowActions}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={t('screen.option.unsaidOf', { name })}
        checked={value.isUnsaid}
        onChange={(event) => {
          const isUnsaid = event.currentTarget.checked
          setRows((rows) => rows.map((each) => (each.id === value.id ? { ...each, isUnsaid } : each)))
        }}
      />
      {row > 0 && (
        <IconButton
          label={t('screen.option.up', { name })}
          icon={<IconArrowUp size={16} stroke={1.6} />}
          size={24}
          onClick={() => setRows((rows) => movedUp(rows, row))}
        />
      )}
      <IconButton
        label={t('screen.option.remove', { name })}
        icon={<IconX size={16} stroke={1.6} />}
        size={24}
        onClick={remove}
      />
    </span>
  )
}
