import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { KeyCap } from '../buttons/key-cap.tsx'
import { useKeys } from '../keys/use-keys.tsx'
import styles from './field.module.css'
import { TextField } from './text-field.tsx'

interface SearchFieldProps {
  /** What is searched, and what the key list calls the `/` that leads here. */
  label: string
  placeholder: string
  value: string
  onChange: (text: string) => void
  /** Enter: opens the first hit. */
  onEnter: () => void
  /** Down: into the list. */
  onDown: () => void
  maxLength?: number
}

/** Narrows the list of a page while somebody types: `/` comes here, Down goes into the list, Esc empties it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, onEnter, onDown, maxLength = 100 } = props
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ keys: '/', label, run: () => field.current?.select(), scope: 'page' }])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter()
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      // The list's keys hold while nothing else has the focus.
      field.current?.blur()
      onDown()
    }
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (value === '') field.current?.blur()
      else onChange('')
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field inside
    <div className={styles.search} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        type="search"
        label={label}
        labelIsHidden
        placeholder={placeholder}
        icon={<IconSearch size={16} stroke={1.6} aria-hidden />}
        right={<KeyCap keys="/" />}
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        height={28}
      />
    </div>
  )
}
