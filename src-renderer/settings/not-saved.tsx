import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormCheck, type Problem, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, useKeys } from '#renderer/ui/index.ts'

interface NotSavedProps {
  problem: Problem | null
  check?: FormCheck
  /** Brings the part of a long form that holds the field on screen, before the focus goes there. */
  reveal?: (field: string) => void
  /** A fuller sentence than the one under the first wrong field. */
  why?: string | null
  /** More ways out than going to the field: "Save without VAT number". */
  children?: ReactNode
}

/** On top of a form that was not saved: what, why, and the way to the field. What was typed stays. */
export function NotSaved({ problem, check, reveal, why = null, children }: NotSavedProps) {
  const { t } = useTranslation('app')
  const words = useRefusalWords()
  const wrong = check?.wrong ?? []
  const first = wrong[0]
  const isFields = first !== undefined && (check?.wasAsked === true || problem !== null)
  const goToField = () => {
    if (first === undefined) return
    reveal?.(first.field)
    fieldNamed(first.field)?.focus()
  }
  useKeys([{ keys: 'F8', label: t('trouble.goToField'), run: goToField, isActive: isFields }])
  if (isFields) {
    return (
      <ErrorNotice
        what={t('trouble.notSavedFields', { count: wrong.length })}
        why={
          <>
            {why ?? words.field(first)} {t('trouble.stillHere')}
          </>
        }
      >
        <Button size={28} keys="F8" onClick={goToField}>
          {t('trouble.goToField')}
        </Button>
        {children}
      </ErrorNotice>
    )
  }
  if (problem === null) return null
  return (
    <ErrorNotice
      what={t('trouble.notSaved')}
      why={
        <>
          {words.problem(problem)}
          <br />
          {t('trouble.stillHere')}
        </>
      }
      {...(problem.kind === 'fault' ? { reference: problem.reference } : {})}
    />
  )
}

/** Fields carry the path of their value as their name; a problem of several together is shown at what holds them. */
function fieldNamed(name: string): HTMLElement | null {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
    const named = CSS.escape(path)
    const field = document.querySelector<HTMLElement>(`[data-field="${named}"], [name="${named}"]:not([type="hidden"])`)
    if (field !== null) return field
  }
  return null
}
