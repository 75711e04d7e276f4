import { Fragment, type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useGo } from '#renderer/client/index.ts'
import { Button, classNames } from '#renderer/ui/index.ts'
import type { Choice, Side } from './choices.ts'
import type { Finding } from './finding.ts'
import { type FindingWords, isSetApart } from './finding-words.ts'
import styles from './findings.module.css'
import { TypedRow } from './typed-row.tsx'
import type { Decision } from './use-decision.ts'

interface VersionTableProps {
  finding: Finding
  words: FindingWords
  decision: Decision
}

/** Both versions field by field; each row is a choice of its own, and where neither is right a third one is typed (F8). */
export function VersionTable({ finding, words, decision }: VersionTableProps) {
  const { t } = useTranslation('tasks')
  const mayAnswer = finding.answers.includes('edit')
  const sides = sidesOf(finding)
  const hasThird = mayAnswer && finding.kind !== 'takenAway'
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t('finding.field')}</th>
          <SideHead side="lost" part={sides.lost} kind={finding.kind} />
          <SideHead side="stands" part={sides.stands} kind={finding.kind} />
          {hasThird && (
            <th scope="col" className={styles.other}>
              <span className={styles.sideName}>{t('finding.neither')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {finding.fields.map((field) => (
          <VersionRow
            key={field.path}
            field={field}
            words={words}
            decision={decision}
            mayAnswer={mayAnswer}
            hasThird={hasThird}
            place={words.to(finding.about.doc)}
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
  return (
    <th scope="col">
      <span className={styles.sideName}>
        {part === undefined
          ? t(isSetApart(kind) ? 'finding.side.now' : 'finding.before')
          : t('finding.station', { code: part.stationCode })}
      </span>
      {part !== undefined && (
        <span className={styles.sideWho}>{t('finding.whoWhen', { name: part.userName, moment: moment(part.at) })}</span>
      )}
      <span className={styles.sideWho}>{t(sideWord(kind, side))}</span>
    </th>
  )
}

/** What became of a version. */
function sideWord(kind: string, side: Side): string {
  if (kind === 'takenAway') return side === 'lost' ? 'finding.side.worked' : 'finding.side.took'
  if (side === 'stands') return 'finding.side.stands'
  if (isSetApart(kind)) return 'finding.side.wanted'
  return kind === 'refused' ? 'finding.wasRefused' : 'finding.side.lost'
}

interface VersionRowProps {
  field: Finding['fields'][number]
  words: FindingWords
  decision: Decision
  mayAnswer: boolean
  /** Whether there can be another than the two. */
  hasThird: boolean
  /** Where the document is read. */
  place: string | null
}

function VersionRow({ field, words, decision, mayAnswer, hasThird, place }: VersionRowProps) {
  const { t } = useTranslation('tasks')
  const [byPointer, setByPointer] = useState(false)
  const { path } = field
  const name = words.field(path)
  const mayChoose = mayAnswer && field.isChoice
  const chosen = decision.choices[path]
  const typed = mayChoose ? decision.fieldOf(field) : undefined
  const text = (value: unknown): string =>
    field.isHidden ? t('finding.hidden') : (words.value(path, value) ?? t('finding.untold')) || t('finding.nothing')
  const choice = (which: Choice, said: string) => (
    <label className={styles.choice}>
      <input
        type="radio"
        name={path}
        checked={chosen === which}
        // A click by keyboard has no clicks to count.
        onClick={(event: MouseEvent) => setByPointer(event.detail > 0)}
        onChange={() => decision.choose(path, which)}
        aria-label={t('finding.chooseSide', { field: name, value: said })}
      />
      <span>{said}</span>
    </label>
  )
  return (
    <Fragment>
      <tr className={classNames(mayChoose && chosen === undefined && styles.toDecide)}>
        <th scope="row">{name}</th>
        {(['lost', 'stands'] as const).map((side) => (
          <td key={side} className={classNames(chosen === side && styles.chosen)}>
            {mayChoose ? choice(side, text(field[side])) : text(field[side])}
          </td>
        ))}
        {hasThird && (
          <td className={classNames(chosen === 'typed' && styles.chosen)}>
            {typed !== undefined && choice('typed', t('finding.type'))}
            {typed === undefined && mayChoose && place !== null && <OnItsPage name={name} place={place} />}
          </td>
        )}
      </tr>
      {typed !== undefined && chosen === 'typed' && (
        <TypedRow field={field} typed={typed} words={words} decision={decision} takesFocus={byPointer} />
      )}
    </Fragment>
  )
}

/** What no field here could hold is changed on the document's own page; the finding stays open meanwhile. */
function OnItsPage({ name, place }: { name: string; place: string }) {
  const { t } = useTranslation('tasks')
  const go = useGo()
  return (
    <Button kind="quiet" size={28} aria-label={t('finding.onItsPageOf', { field: name })} onClick={() => go(place)}>
      {t('finding.onItsPage')}
    </Button>
  )
}
