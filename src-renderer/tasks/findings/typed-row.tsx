import { useSession } from '#renderer/client/index.ts'
import { FieldGrid } from '#renderer/ui/index.ts'
import type { TypedField } from '#shared/kernel/change/typed-field.ts'
import type { Finding } from './finding.ts'
import type { FindingWords } from './finding-words.ts'
import styles from './findings.module.css'
import { PartField } from './part-field.tsx'
import type { Decision } from './use-decision.ts'

interface TypedRowProps {
  field: Finding['fields'][number]
  typed: TypedField
  words: FindingWords
  decision: Decision
  /** Chosen by pointer: whoever walks with the arrows stays on the choice. */
  takesFocus: boolean
}

/** Under the two versions of a field: the one that somebody types, in the parts the value has. */
export function TypedRow({ field, typed, words, decision, takesFocus }: TypedRowProps) {
  const { may } = useSession()
  const { path } = field
  const value = decision.typedOf(field)
  const parts = typed.parts(value).filter(({ needs }) => needs === undefined || may(needs))
  const isLong = parts.some(({ as }) => as === 'lines')
  return (
    <tr className={styles.typedRow}>
      <td colSpan={4}>
        <FieldGrid columns={isLong ? 1 : 3}>
          {parts.map((part, at) => {
            const place = part.name === '' ? decision.placeOf(path) : `${decision.placeOf(path)}.${part.name}`
            return (
              <PartField
                key={part.name}
                name={place}
                part={part}
                label={part.name === '' ? words.field(path) : words.part(path, part.name)}
                labelIsHidden={part.name === ''}
                value={part.read(value)}
                onChange={(next, unread) => decision.type(path, part.name, part.write(value, next), unread)}
                onLeave={decision.check.leave(place)}
                error={
                  decision.check.errorOf(place) ?? (at === 0 ? decision.check.errorOf(decision.placeOf(path)) : null)
                }
                choiceWord={(choice) => words.value(path, choice) ?? choice}
                autoFocus={takesFocus && at === 0}
              />
            )
          })}
        </FieldGrid>
      </td>
    </tr>
  )
}
