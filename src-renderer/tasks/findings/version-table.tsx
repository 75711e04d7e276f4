import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { classNames } from '#renderer/ui/index.ts'
import type { Choices, Side } from './choices.ts'
import type { Finding } from './finding.ts'
import type { FindingWords } from './finding-words.ts'
import styles from './findings.module.css'

interface VersionTableProps {
  finding: Finding
  words: FindingWords
  choices: Choices
  onChoose: (choices: Choices) => void
}

/** Both versions field by field; each row is a choice of its own. */
export function VersionTable({ finding, words, choices, onChoose }: VersionTableProps) {
  const { t } = useTranslation('tasks')
  const mayAnswer = finding.answers.length > 0
  const sides = sidesOf(finding)
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t('finding.field')}</th>
          <SideHead side="lost" part={sides.lost} kind={finding.kind} />
          <SideHead side="stands" part={sides.stands} kind={finding.kind} />
        </tr>
      </thead>
      <tbody>
        {finding.fields.map((field) => (
          <VersionRow
            key={field.path}
            field={field}
            words={words}
            chosen={choices[field.path]}
            mayChoose={mayAnswer && field.isChoice}
            onChoose={(side) => onChoose({ ...choices, [field.path]: side })}
          />
        ))}
      </tbody>
    </table>
  )
}

type Part = Finding['parts'][number] | undefined

/** Whose version each column is: of the fields one chooses between, the first that says it. */
function sidesOf({ fields, parts }: Finding): Readonly<Record<Side, Part>> {
  const part = (change: string | null | undefined) => parts.find((each) => each.change === change)
  const lost = fields.find(({ lostChange }) => part(lostChange) !== undefined)?.lostChange
  const stands = fields.find(({ standsChange }) => part(standsChange) !== undefined)?.standsChange
  return { lost: part(lost), stands: part(stands) }
}

function SideHead({ side, part, kind }: { side: Side; part: Part; kind: string }) {
  const { t } = useTranslation('tasks')
  const { moment } = useDateWords()
  const isRefused = kind === 'refused' && side === 'lost'
  return (
    <th scope="col">
      <span className={styles.sideName}>
        {part === undefined ? t('finding.before') : t('finding.station', { code: part.stationCode })}
      </span>
      {part !== undefined && (
        <span className={styles.sideWho}>{t('finding.whoWhen', { name: part.userName, moment: moment(part.at) })}</span>
      )}
      <span className={styles.sideWho}>{t(isRefused ? 'finding.wasRefused' : `finding.side.${side}`)}</span>
    </th>
  )
}

interface VersionRowProps {
  field: Finding['fields'][number]
  words: FindingWords
  chosen: Side | undefined
  mayChoose: boolean
  onChoose: (side: Side) => void
}

function VersionRow({ field, words, chosen, mayChoose, onChoose }: VersionRowProps) {
  const { t } = useTranslation('tasks')
  const name = words.field(field.path)
  const text = (value: unknown): string =>
    field.isHidden
      ? t('finding.hidden')
      : (words.value(field.path, value) ?? t('finding.untold')) || t('finding.nothing')
  return (
    <tr className={classNames(mayChoose && chosen === undefined && styles.toDecide)}>
      <th scope="row">{name}</th>
      {(['lost', 'stands'] as const).map((side) => (
        <td key={side} className={classNames(chosen === side && styles.chosen)}>
          {mayChoose ? (
            <label className={styles.choice}>
              <input
                type="radio"
                name={field.path}
                checked={chosen === side}
                onChange={() => onChoose(side)}
                aria-label={t('finding.chooseSide', { field: name, value: text(field[side]) })}
              />
              <span>{text(field[side])}</span>
            </label>
          ) : (
            text(field[side])
          )}
        </td>
      ))}
    </tr>
  )
}
