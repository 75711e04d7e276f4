import type { ReactNode } from 'react'
import { useKeys } from '../keys/use-keys.tsx'
import { SideMenu, SideMenuItem } from './side-menu.tsx'

interface PartMenuProps<Id extends string> {
  /** "Parts of the product". */
  label: string
  parts: readonly { readonly id: Id; readonly label: string; readonly icon: ReactNode }[]
  active: Id
  onChange: (id: Id) => void
}

/** The parts of a document in its side menu; Alt and a digit go there too. */
export function PartMenu<Id extends string>({ label, parts, active, onChange }: PartMenuProps<Id>) {
  useKeys(parts.map((part, at) => ({ keys: `Alt+${at + 1}`, label: part.label, run: () => onChange(part.id) })))
  return (
    <SideMenu label={label}>
      {parts.map((part) => (
        <SideMenuItem
          key={part.id}
          label={part.label}
          icon={part.icon}
          isActive={part.id === active}
          onClick={() => onChange(part.id)}
        />
      ))}
    </SideMenu>
  )
}
