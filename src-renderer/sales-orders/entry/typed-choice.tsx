import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/index.ts'
import type { Choice } from '#shared/catalog/product-options.ts'

interface TypedChoiceProps {
  label: string
  placeholder: string
  hint: string
  /** The choice as text; '' while one of the offered values is chosen. */
  text: string
  read: (typed: string) => Choice | { readonly problem: string }
  onTake: (choice: Choice) => void
  className: string | undefined
}

/** "Other", typed in place: kept as typed while it is typed, and as it was understood once it is left. */
export function TypedChoice({ label, placeholder, hint, text, read, onTake, className }: TypedChoiceProps) {
  const { t } = useTranslation('sales-orders')
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const onText = (next: string) => {
    setTyped(next)
    setProblem(null)
    const choice = next.trim() === '' ? null : read(next)
    if (choice !== null && !isProblem(choice)) onTake(choice)
  }
  const onLeave = () => {
    const choice = typed === null || typed.trim() === '' ? null : read(typed)
    if (choice !== null && isProblem(choice)) return setProblem(t(`app:problem.${choice.problem}`))
    setTyped(null)
  }
  return (
    <div className={className} title={hint}>
      <TextField
        label={label}
        labelIsHidden
        placeholder={placeholder}
        value={typed ?? text}
        onChange={onText}
        onLeave={onLeave}
        error={problem}
      />
    </div>
  )
}

function isProblem(choice: Choice | { readonly problem: string }): choice is { readonly problem: string } {
  return typeof choice === 'object' && 'problem' in choice
}
