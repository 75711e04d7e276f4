import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { companyFields, languageField, optionalEmailField } from '#shared/settings/company-form.ts'
import { historyEntry } from './history.ts'
import { grantField, roleField } from './role-profiles.ts'
import { newPassword, newPin, proof, recoveryCode, typedSecret } from './secrets.ts'
import { personName } from './typed-fields.ts'

const userId = idOf<'User'>()
const done = z.object({ id: z.string() })
const nothing = z.strictObject({})
const draftKey = z.string().min(1).max(200)

export const usersContract = contract(
  // The shop and its people.
  command('company.setUp', {
    input: z.strictObject({
      company: companyFields.partial().required({
        name: true,
        country: true,
        language: true,
        currency: true,
        timeZone: true,
      }),
      administrator: z.strictObject({
        id: userId.optional(),
        name: personName,
        email: optionalEmailField.optional(),
        language: languageField.optional(),
      }),
    }),
    output: z.object({ companyId: z.string(), userId: z.string() }),
    summary:
      'First start: makes the company and its first administrator and signs this session in as them. The password follows with credential.setFirst; a command never carries a secret.',
  }),
  command('user.add', {
    input: z.strictObject({
      id: userId.optional(),
      name: personName,
      role: roleField,
      email: optionalEmailField.optional(),
      language: languageField.optional(),
    }),
    output: done,
    summary:
      'Adds somebody who works in the shop. They can sign in once user.setPin or user.setPassword gave them a secret.',
  }),
  command('user.change', {
    input: z.strictObject({
      id: userId,
      name: personName.optional(),
      role: roleField.optional(),
      email: optionalEmailField.optional(),
      language: languageField.optional(),
      given: z.array(grantField).max(200).optional().meta({ description: 'Grants this person has beside the role.' }),
      withheld: z.array(grantField).max(200).optional().meta({ description: 'Grants of the role this person lacks.' }),
    }),
    output: done,
    summary: 'Corrects a person, their role, or their own differences from the role.',
  }),
  command('user.archive', {
    input: z.strictObject({ id: userId, reason: textField({ max: 200 }).optional() }),
    output: done,
    summary: 'Takes somebody’s access away: every session of theirs ends. Their name stays in the history.',
  }),
  command('user.restore', {
    input: z.strictObject({ id: userId }),
    output: done,
    permission: 'user.archive',
    summary: 'Gives an archived person their access back.',
  }),
  query('user.list', {
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({
      users: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          role: z.string(),
          email: z.string(),
          language: z.string(),
          isArchived: z.boolean(),
          given: z.array(z.string()),
          withheld: z.array(z.string()),
          hasPassword: z.boolean(),
          hasPin: z.boolean(),
        }),
      ),
    }),
    permission: 'user.see',
    touches: ['user', 'credential'],
    summary: 'Everybody who works in the shop, by name, with what proves them at this station.',
  }),

  // What proves a person: never in a command, never in the log.
  local('credential.setFirst', {
    input: z.strictObject({ password: newPassword, pin: newPin.optional() }),
    output: z.object({ userId: z.string(), recoveryCode: z.string() }),
    permission: null,
    summary:
      'The first administrator’s password, while nobody at this station has any secret yet. Signs the session in and gives the recovery code, once.',
  }),
  local('user.setPassword', {
    input: z.strictObject({ userId, password: newPassword }),
    output: z.null(),
    summary: 'Gives somebody a password, or a new one.',
  }),
  local('user.setPin', {
    input: z.strictObject({ userId, pin: newPin.nullable() }),
    output: z.null(),
    summary: 'Gives somebody a quick PIN of 4 to 8 digits, or takes it away (null). Two people may have the same.',
  }),
  local('credential.changePassword', {
    input: z.strictObject({ proof, password: newPassword }),
    output: z.null(),
    permission: 'session.use',
    summary: 'Changes one’s own password. The proof is the old password; the PIN only where there is no password yet.',
  }),
  local('credential.changePin', {
    input: z.strictObject({ proof, pin: newPin }),
    output: z.null(),
    permission: 'session.use',
    summary: 'Changes one’s own PIN.',
  }),
  local('credential.renewRecoveryCode', {
    input: z.strictObject({ proof: z.strictObject({ password: typedSecret }) }),
    output: z.object({ recoveryCode: z.string() }),
    permission: 'user.setPassword',
    summary:
      'Makes a new recovery code for an administrator’s own account; the old paper is worth nothing from then on.',
  }),

  // Who is here.
  query('session.current', {
    input: nothing,
    output: z.object({
      isSetUp: z.boolean(),
      isJoining: z.boolean().meta({ description: 'This station has joined a shop that has not arrived yet.' }),
      needsFirstPassword: z.boolean(),
      station: z.object({ id: z.string(), code: z.string() }),
      user: z.object({ id: z.string(), name: z.string(), role: z.string() }).nullable(),
      lockedUser: z
        .object({ id: z.string(), name: z.string(), hasPin: z.boolean(), hasPassword: z.boolean() })
        .nullable(),
      grants: z.array(z.string()),
      language: z.string(),
      idleLockSeconds: z.number(),
    }),
    permission: null,
    touches: ['user', 'company', 'session', 'credential'],
    summary:
      'Who is signed in on this session or has locked it, what they may do, and whether the shop has been set up.',
  }),
  query('session.people', {
    input: nothing,
    output: z.object({
      people: z.array(z.object({ id: z.string(), name: z.string(), hasPin: z.boolean(), hasPassword: z.boolean() })),
    }),
    permission: null,
    touches: ['user', 'credential'],
    summary: 'The names a sign-in screen offers.',
  }),
  local('session.signIn', {
    input: z.strictObject({ userId, proof }),
    output: z.object({ id: z.string() }),
    permission: null,
    summary: 'Signs somebody in on this session, also over another person or a lock.',
  }),
  local('session.signInWithRecoveryCode', {
    input: z.strictObject({ userId, code: recoveryCode, password: newPassword }),
    output: z.object({ id: z.string(), recoveryCode: z.string() }),
    permission: null,
    summary: 'For an administrator who forgot: the code on paper and a new password. Gives the next recovery code.',
  }),
  local('session.signOut', { input: nothing, output: z.null(), permission: null, summary: 'Signs out.' }),
  local('session.lock', {
    input: nothing,
    output: z.null(),
    permission: null,
    summary: 'Locks the session: whoever is signed in stays, but nothing is shown or done before session.unlock.',
  }),
  local('session.unlock', {
    input: z.strictObject({ proof }),
    output: z.object({ id: z.string() }),
    permission: null,
    summary: 'The person who is signed in proves that they are back.',
  }),
  local('session.touch', {
    input: nothing,
    output: z.null(),
    permission: 'session.use',
    summary: 'A hand was at the keyboard: puts the idle lock off. Queries alone do not.',
  }),

  // Forms that are being filled in (W16).
  local('formDraft.keep', {
    input: z.strictObject({
      key: draftKey.meta({ description: 'Names one open form, made by the screen: `salesOrder/<id of the draft>`.' }),
      kind: z.string().regex(/^[a-z][A-Za-z.]{0,60}$/),
      title: textField({ max: 200 }),
      data: z.unknown().refine(fitsDraft, 'formDraft.tooLarge'),
    }),
    output: z.null(),
    summary: 'Keeps a form as it stands: at this station, for this person, until it is discarded.',
  }),
  query('formDraft.list', {
    input: z.strictObject({
      kind: z.string().max(61).optional(),
      everybody: z.boolean().default(false).meta({ description: 'Needs the grant formDraft.takeOver.' }),
    }),
    output: z.object({
      drafts: z.array(
        z.object({
          key: z.string(),
          kind: z.string(),
          title: z.string(),
          userId: z.string(),
          userName: z.string(),
          createdAt: z.string(),
          updatedAt: z.string(),
        }),
      ),
    }),
    permission: 'formDraft.keep',
    touches: ['form_draft'],
    summary: 'One’s kept forms at this station, the latest first.',
  }),
  query('formDraft.get', {
    input: z.strictObject({ key: draftKey }),
    output: z.object({ key: z.string(), kind: z.string(), title: z.string(), data: z.unknown() }).nullable(),
    permission: 'formDraft.keep',
    touches: ['form_draft'],
    summary: 'One kept form of one’s own, with what was typed.',
  }),
  local('formDraft.discard', {
    input: z.strictObject({ key: draftKey }),
    output: z.null(),
    permission: 'formDraft.keep',
    summary: 'Lets a kept form go: it was saved, or nobody wants it.',
  }),
  local('formDraft.takeOver', {
    input: z.strictObject({ userId, key: draftKey }),
    output: z.object({ key: z.string() }),
    summary: 'Makes a colleague’s kept form one’s own: they lost the right to finish it, or went home.',
  }),

  // Filters of lists under a name.
  command('savedView.keep', {
    input: z.strictObject({
      id: idOf<'SavedView'>().optional(),
      list: listName(),
      name: requiredText({ max: 60 }),
      filters: z.json().refine((value) => JSON.stringify(value).length <= 8192, 'savedView.tooLarge'),
    }),
    output: done,
    summary: 'Keeps the filters of a list under a name, for oneself; with the id of one’s own view it is changed.',
  }),
  command('savedView.share', {
    input: z.strictObject({ id: idOf<'SavedView'>(), sharedId: idOf<'SavedView'>().optional() }),
    output: done,
    summary: 'Gives everybody a copy of one’s own view.',
  }),
  command('savedView.remove', {
    input: z.strictObject({ id: idOf<'SavedView'>() }),
    output: done,
    permission: 'savedView.keep',
    summary: 'Takes a view off the list; a shared one needs the grant savedView.share.',
  }),
  query('savedView.list', {
    input: z.strictObject({ list: listName() }),
    output: z.object({
      views: z.array(z.object({ id: z.string(), name: z.string(), filters: z.unknown(), isShared: z.boolean() })),
    }),
    permission: 'savedView.keep',
    touches: ['setting'],
    summary: 'The views of a list: the shop’s first, then one’s own, each by name.',
  }),

  // Who did what (USR-05, USR-06).
  query('history.get', {
    input: z.strictObject({
      entity: z.string().regex(/^[a-z][a-z_]{0,60}$/),
      doc: idOf<'Document'>(),
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      entries: z.array(historyEntry),
      next: z.int().nullable().meta({ description: 'Pass as `before` for older entries.' }),
    }),
    permission: 'history.see',
    summary:
      'Everything that was ever done to one document, newest first: who, when, where, why, each field from and to.',
  }),
)

function fitsDraft(data: unknown): boolean {
  const text = JSON.stringify(data)
  return text !== undefined && text.length <= 256 * 1024
}

/** Feature words of a list: `salesOrders`, `products`. */
function listName() {
  return z.string().regex(/^[a-z][A-Za-z]{0,60}$/)
}
