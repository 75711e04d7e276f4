import { z } from 'zod'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { noteField } from '#shared/kernel/card-number.ts'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { calendarDateSchema } from '#shared/kernel/value-schemas.ts'
import { findingAnswers } from './finding-answer.ts'
import { taskStatuses, taskSubjects } from './task.ts'

const taskId = idOf<'Task'>()
const findingId = idOf<'Finding'>()
const person = idOf<'User'>()
const done = z.null()
const document = z.object({ entity: z.string(), doc: z.string() })
/** A list's place: what it is sorted by, then the id. */
const place = z.tuple([z.string(), z.string()])

const comments = z.array(
  z.object({ id: z.string(), text: z.string(), writtenByName: z.string(), writtenAt: z.string() }),
)

export const taskRow = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(taskStatuses),
  dueOn: z.string().nullable(),
  assignee: z.string().nullable(),
  assigneeName: z.string(),
  creatorName: z.string(),
  createdAt: z.string(),
  /** What it is about, with what people call that. */
  about: document.extend({ title: z.string() }).nullable(),
})

export const taskOutput = taskRow.extend({ text: z.string(), archived: z.boolean(), comments })

/** One of the changes that a finding is about: who, where, when, what they did. */
export const findingPart = z.object({
  change: z.string(),
  stationCode: z.string(),
  userName: z.string(),
  at: z.string(),
  command: z.string(),
  entity: z.string(),
})

export const findingRow = z.object({
  id: z.string(),
  kind: z
    .string()
    .meta({ description: '`refused`, `overwritten`, or the kind of a feature: `payment.onCancelledOrder`.' }),
  about: document.extend({ title: z.string() }),
  /** The document on whose page it is read. */
  readOn: document,
  at: z.string(),
  isOpen: z.boolean(),
  /** Names of the fields it is about, for a line of a list. */
  paths: z.array(z.string()),
  parts: z.array(findingPart),
  assignee: z.string().nullable(),
  assigneeName: z.string(),
})

export const findingOutput = findingRow.extend({
  fields: z.array(
    z.object({
      path: z.string(),
      /** What did not stand. */
      lost: z.unknown(),
      lostChange: z.string(),
      /** What stands now. */
      stands: z.unknown(),
      /** Whose version stood when it came to this; null: what it had been all along. */
      standsChange: z.string().nullable(),
      isChoice: z.boolean(),
      isHidden: z.boolean().meta({ description: 'Money that the viewer may not see.' }),
    }),
  ),
  /** Answers that this person may give; empty where they may not change the document. */
  answers: z.array(z.enum(findingAnswers)),
  answered: z.object({ answer: z.string(), userName: z.string(), at: z.string(), stationCode: z.string() }).nullable(),
  dueOn: z.string().nullable(),
  comments,
})

/** A value in the shape of some document's form; the feature of that document reads it. */
const anyJson = z.custom<Json>((value) => z.json().safeParse(value).success)

const touches = ['finding', 'task', 'task_comment', 'sales_order', 'party', 'user'] as const

export const tasksContract = contract(
  command('task.add', {
    input: z.strictObject({
      id: taskId,
      title: requiredText({ max: 200 }),
      text: noteField({ max: 4000, multiline: true }).default(''),
      assignee: person.nullable().default(null),
      dueOn: calendarDateSchema.nullable().default(null),
      about: z
        .strictObject({ entity: z.enum(taskSubjects), doc: idOf<'Document'>() })
        .nullable()
        .default(null),
    }),
    output: z.object({ id: z.string() }),
    summary:
      'Adds a task to an order or a customer, or to nothing in particular (COL-01), for somebody or for nobody yet (COL-03).',
  }),
  command('task.change', {
    input: z.strictObject({
      id: taskId,
      title: requiredText({ max: 200 }).optional(),
      text: noteField({ max: 4000, multiline: true }).optional(),
      assignee: person.nullable().optional(),
      dueOn: calendarDateSchema.nullable().optional(),
      archived: z.boolean().optional(),
    }),
    output: done,
    summary: 'Changes what a task says, who has it and when it is due; archived, it is in no list.',
  }),
  command('task.move', {
    input: z.strictObject({ id: taskId, status: z.enum(taskStatuses) }),
    output: done,
    summary: 'Says how far a task is (COL-05).',
  }),
  command('task.comment', {
    input: z.strictObject({
      id: idOf<'TaskComment'>(),
      taskId,
      text: noteField({ max: 4000, multiline: true, required: true }),
    }),
    output: z.object({ id: z.string() }),
    summary: 'Says something about a task or a finding.',
  }),
  command('finding.take', {
    input: z.strictObject({
      id: findingId,
      assignee: person.nullable(),
      dueOn: calendarDateSchema.nullable().optional(),
    }),
    output: done,
    summary: 'Gives a finding to somebody, or back to everybody.',
  }),
  command('finding.resolve', {
    input: z.strictObject({
      id: findingId,
      answer: z.enum(findingAnswers),
      /** With `edit`: fields whose other version is put back. */
      keep: z.array(z.string().max(200)).max(500).default([]),
      /** With `edit`: fields for which the person has typed a value of their own, in the shape of the document's form. */
      typed: z
        .array(z.strictObject({ path: z.string().max(200), value: anyJson }))
        .max(100)
        .default([]),
      /** The person has seen the price warnings and means it. */
      warningsSeen: z.boolean().default(false),
      note: noteField({ max: 500 }).default(''),
    }),
    output: done,
    summary:
      'Answers a finding: put the other version back, leave what stands, or choose or type field by field. Closed at every station.',
  }),
  query('task.list', {
    input: z.strictObject({
      show: z.enum(['open', 'mine', 'done']).default('open'),
      doc: idOf<'Document'>().optional(),
      after: place.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(taskRow), next: place.nullable() }),
    permission: 'task.see',
    touches,
    summary: 'Tasks by the day they are due, of everybody, one’s own, or of one document (COL-02).',
  }),
  query('task.get', {
    input: z.strictObject({ id: taskId }),
    output: taskOutput,
    permission: 'task.see',
    touches,
    summary: 'One task with what was said about it.',
  }),
  query('finding.list', {
    input: z.strictObject({
      show: z.enum(['open', 'mine', 'answered']).default('open'),
      doc: idOf<'Document'>().optional(),
      after: place.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(findingRow), next: place.nullable() }),
    permission: 'finding.see',
    touches,
    summary: 'What the stations’ work has ended in together and a person must decide, the newest first.',
  }),
  query('finding.get', {
    input: z.strictObject({ id: findingId }),
    output: findingOutput,
    permission: 'finding.see',
    touches,
    summary: 'One finding: both versions field by field, and who did what where.',
  }),
  query('task.counts', {
    input: z.strictObject({}),
    output: z.object({
      /** Open findings about documents that this person may see; 0 for who may see none. */
      findings: z.number(),
      /** Open tasks of this person. */
      mine: z.number(),
    }),
    permission: 'task.see',
    touches,
    summary: 'What waits for this person: the figure beside the navigation.',
  }),
  query('task.people', {
    input: z.strictObject({}),
    output: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
    permission: 'task.see',
    touches: ['user'],
    summary: 'People a task can be given to.',
  }),
)
