import { Combobox, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'
import type { TextEntryProps } from './field-props.ts'
import { TextEntry } from './text-entry.tsx'
import { useSearch } from './use-search.ts'

export interface ComboOption {
  id: string
  label: string
  /** Second thing read: the town, the code, what is in stock. */
  detail?: ReactNode
  icon?: ReactNode
}

interface ComboFieldProps<Option extends ComboOption> extends TextEntryProps {
  value: Option | null
  onChange: (option: Option | null) => void
  /** Finds options for a text; the signal tells that nobody waits for the answer any more. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  /** Offers the typed text as a new thing: "New customer Bakkerij". */
  create?: { label: (text: string) => string; run: (text: string) => void }
  /** Searches from this many characters on; 0 shows a first list as soon as the field is entered. */
  minimumLength?: number
  /** Empties the field after a choice, for fields that add lines. */
  clearsOnChoice?: boolean
}

const CREATE = 'create'

/** A field that finds one thing among many. Arrows walk the list, Enter takes the hit, Esc closes it. */
export function ComboField<Option extends ComboOption>(props: ComboFieldProps<Option>) {
  const { value, onChange, search, create, minimumLength = 1, clearsOnChoice = false, onLeave, ...field } = props
  const { t } = useTranslation('ui')
  // Null: the chosen option's label stands in the field; text: somebody is searching.
  const [text, setText] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const wanted = combobox.dropdownOpened ? (text ?? '') : null
  const found = useSearch(wanted !== null && wanted.trim().length >= minimumLength ? wanted.trim() : null, search)
  // Offered only once it is known that nothing else is meant: Enter must never make a double of what was about to be found.
  const canCreate = create !== undefined && found.isDone && (text ?? '').trim() !== ''
  const enterWaits = useRef(false)

  const take = (id: string) => {
    const typed = (text ?? '').trim()
    setText(clearsOnChoice ? '' : null)
    combobox.closeDropdown()
    if (id === CREATE) return create?.run(typed)
    const option = found.options.find((candidate) => candidate.id === id)
    if (option !== undefined) onChange(option)
  }
  const isAsked = combobox.dropdownOpened && text !== null && text.trim() !== ''
  const first = found.options[0]?.id ?? (canCreate ? CREATE : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer moves the choice; the arrows keep it otherwise
  useEffect(() => {
    if (!found.isDone || !isAsked) return
    combobox.selectFirstOption()
    if (!enterWaits.current) return
    enterWaits.current = false
    if (first !== null) take(first)
  }, [found.isDone, found.options])
  const onText = (typed: string) => {
    enterWaits.current = false
    setText(typed)
    combobox.openDropdown()
    if (typed === '' && value !== null) onChange(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && combobox.dropdownOpened) event.stopPropagation()
    // What stands in the list answers an earlier text; Enter means the answer that is on its way.
    if (event.key !== 'Enter' || !isAsked || found.isDone) return
    event.preventDefault()
    combobox.resetSelectedOption()
    enterWaits.current = true
  }
  const leave = () => {
    combobox.closeDropdown()
    setText(clearsOnChoice ? '' : null)
    onLeave?.()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} transitionProps={{ duration: 0 }}>
      <Combobox.Target withExpandedAttribute>
        <TextEntry
          icon={<IconSearch size={16} stroke={1.6} aria-hidden />}
          {...field}
          text={text ?? value?.label ?? ''}
          onText={onText}
          onKeyDown={onKeyDown}
          onLeave={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === null || (found.options.length === 0 && !found.isDone && !canCreate)}>
        <Combobox.Options aria-label={field.label}>
          {found.options.map((option) => (
            <Combobox.Option key={option.id} value={option.id}>
              <span className={styles.option}>
                {option.icon}
                <span className="one-line">{option.label}</span>
                <span className={styles.optionDetail}>{option.detail}</span>
              </span>
            </Combobox.Option>
          ))}
          {canCreate && <Combobox.Option value={CREATE}>{create.label((text ?? '').trim())}</Combobox.Option>}
          {found.isDone && found.options.length === 0 && !canCreate && (
            <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
