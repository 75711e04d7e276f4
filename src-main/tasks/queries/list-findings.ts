import type { z } from 'zod'
import { defineQuery, type QueryContext, type QueryDefinition } from '#main/platform/bus/module.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import { valueAt } from '#shared/kernel/change/values-at.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { type findingRow, tasksContract } from '#shared/tasks/contract.ts'
import { answersTo, isChoice } from '#shared/tasks/finding-answer.ts'
import { grantToSee, readableFields } from '#shared/users/history.ts'
import { type AnyFindingSubject, grantForStrangers } from '../finding-subject.ts'
import { openTaskCounter } from '../projection.ts'
import { type FindingRow, findingById, findingColumns, type StoredFinding, storedFinding } from '../stored-findings.ts'
import { commentReader, nameReader, placeReader, titleReader } from './names.ts'

/** Which findings, in the order of an index; what the viewer may not see is left out in the statement itself. */
export function findingListSql(of: 'all' | 'assignee' | 'doc'): string {
  const whose = {
    all: 'findings f left join tasks t on t.id = f.id where',
    assignee: 'tasks t join findings f on f.id = t.id where t.assignee = ? and t.is_finding = 1 and',
    doc: 'findings f left join tasks t on t.id = f.id where f.doc = ? and',
  }[of]
  return `select ${findingColumns} from ${whose} f.is_open = ? and (f.entity in (select value from json_each(?))) = ?
    and (f.at, f.id) < (?, ?) order by f.at desc, f.id desc limit ?`
}

/** Behind every instant: where a list that begins with the newest begins. */
const farEnd = ['\u{10FFFF}', ''] as const

export function findingQueries(subjects: readonly AnyFindingSubject[]): readonly QueryDefinition[] {
  const titleOf = titleReader(subjects)
  const readOn = placeReader(subjects)
  const known = new Map(subjects.map((each) => [each.entity.name, each]))
  const sees = (viewer: Viewer, entity: string): boolean =>
    may(viewer, known.has(entity) ? grantToSee(entity) : grantForStrangers)
  /** Either those that this person sees, or for who sees strangers as well those they do not. */
  const visible = (viewer: Viewer): readonly [entities: string, areShown: number] => {
    const areShown = !may(viewer, grantForStrangers)
    const entities = [...known.keys()].filter((entity) => sees(viewer, entity) === areShown)
    return [JSON.stringify(entities), Number(areShown)]
  }
  const shown = (
    { id, kind, entity, doc, at, is_open, changes, fields, assignee }: StoredFinding,
    nameOf: (id: string | null) => string,
    context: QueryContext,
  ): z.output<typeof findingRow> => ({
    id,
    kind,
    about: { entity, doc, title: titleOf({ entity, doc }, context) },
    readOn: readOn({ entity, doc }, context),
    at,
    isOpen: is_open === 1,
    paths: fields.map(({ path }) => path).filter((path) => isChoice(kind, path)),
    parts: changes.map((change) => ({
      change: change.id,
      stationCode: change.stationCode,
      userName: nameOf(change.actor),
      at: change.at,
      command: change.command,
      entity: change.entity,
    })),
    assignee,
    assigneeName: nameOf(assignee),
  })
  return [
    defineQuery(tasksContract['finding.list'], ({ db }) => {
      const nameOf = nameReader(db)
      const all = db.read<FindingRow>(findingListSql('all'))
      const ofPerson = db.read<FindingRow>(findingListSql('assignee'))
      const ofDocument = db.read<FindingRow>(findingListSql('doc'))
      return ({ show, doc, after, limit }, context) => {
        const rest = [Number(show !== 'answered'), ...visible(context.viewer), ...(after ?? farEnd), limit + 1]
        const page =
          doc !== undefined
            ? ofDocument.all(doc, ...rest)
            : show === 'mine'
              ? ofPerson.all(context.viewer.userId ?? '', ...rest)
              : all.all(...rest)
        const rows = page.slice(0, limit)
        const last = page.length > limit ? rows.at(-1) : undefined
        return accepted({
          rows: rows.map((row) => shown(storedFinding(row), nameOf, context)),
          next: last === undefined ? null : [last.at, last.id],
        })
      }
    }),
    defineQuery(tasksContract['finding.get'], ({ db, entityOf }) => {
      const find = findingById(db)
      const nameOf = nameReader(db)
      const comments = commentReader(db)
      return ({ id }, context) => {
        const { viewer, read } = context
        const finding = find(id)
        if (finding === undefined || !sees(viewer, finding.entity)) return refused('notFound.finding', { id })
        const { kind } = finding
        const subject = known.get(finding.entity)
        const entity = subject?.entity ?? entityOf(finding.entity)
        const document = entity === undefined ? undefined : read(entity, finding.doc)
        const takesAnswer = subject?.entity.kind === 'document' && document !== undefined
        const answers = answersTo(kind, takesAnswer, finding.fields.length > 0)
        const isChosen = (path: string) => answers.includes('edit') && isChoice(kind, path)
        const pairs = Object.fromEntries(
          finding.fields.map(({ path, lost, stands }) => [
            path,
            [lost.value, isChosen(path) ? valueAt(document, path) : stands.value] as const,
          ]),
        )
        const readable = new Map(
          readableFields(finding.entity, pairs, (grant) => may(viewer, grant)).map((field) => [field.path, field]),
        )
        const mayAnswer = finding.is_open === 1 && may(viewer, subject?.grant ?? grantForStrangers)
        return accepted({
          ...shown(finding, nameOf, context),
          fields: finding.fields.map(({ path, lost, stands }) => ({
            path,
            lost: readable.get(path)?.from ?? null,
            lostChange: lost.change,
            stands: readable.get(path)?.to ?? null,
            standsChange: stands.change,
            isChoice: isChosen(path),
            isHidden: readable.get(path)?.isHidden ?? false,
          })),
          answers: mayAnswer ? [...answers] : [],
          answered:
            finding.answer === null
              ? null
              : {
                  answer: finding.answer,
                  userName: nameOf(finding.answered_by),
                  at: finding.answered_at ?? '',
                  stationCode: finding.answered_station ?? '',
                },
          dueOn: finding.due_on,
          comments: comments.all(id),
        })
      }
    }),
    defineQuery(tasksContract['task.counts'], ({ db }) => {
      const open = db.read<{ entity: string; amount: number }>(
        'select entity, count(*) as amount from findings where is_open = 1 group by entity',
      )
      const mine = db.read<{ amount: number }>('select amount from counters where name = ? and scope = ?')
      return (_, { viewer }) => {
        const isSeen = (entity: string) => may(viewer, 'finding.see') && sees(viewer, entity)
        return accepted({
          findings: open.all().reduce((sum, row) => (isSeen(row.entity) ? sum + row.amount : sum), 0),
          mine: mine.get(openTaskCounter, viewer.userId ?? '')?.amount ?? 0,
        })
      }
    }),
  ]
}
