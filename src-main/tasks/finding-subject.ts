import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import { valuesOfPatch } from '#main/platform/changes/draft.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import type { DocumentOf, Entity, PatchOf } from '#shared/kernel/change/entity.ts'
import type { TypedFields, TypedValue } from '#shared/kernel/change/typed-field.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { TaskAbout } from '#shared/tasks/task.ts'

/** Documents of which no feature says anything here are an administrator's to look at (F9). */
export const grantForStrangers = 'station.see'

/** What a feature says of its documents, so that tasks can be about them and findings of them be answered. */
export interface FindingSubject<E extends Entity = Entity> {
  readonly entity: E
  /** Grant that an answer needs: the one for changing such a document. */
  readonly grant: string
  /** What people call the document, in the language of whoever asks. */
  readonly title: (document: DocumentOf<E>, language: string) => string
  /** The document on whose page it is read, where it has none of its own. */
  readonly readOn?: (document: DocumentOf<E>) => TaskAbout
  /** What stands against an answer that would make `after` of `before`; the feature's own rules. */
  readonly check?: (
    services: Pick<Services, 'db'>,
  ) => (before: DocumentOf<E>, after: DocumentOf<E>, id: string) => Result<unknown>
  /** Fields for which a person may type a version of their own (F8), and what that comes to. */
  readonly typed?: TypedAnswer<E>
}

export interface TypedAnswer<E extends Entity> {
  readonly fields: TypedFields
  /**
   * The change that the document's own page would make of these values, which have the shape of its form and have passed it.
   * Problems stand at the path, and further into the value.
   */
  readonly change: (services: Services) => TypedChange<DocumentOf<E>, PatchOf<E>>
}

type TypedChange<D, P> = (
  document: D,
  typed: readonly TypedValue[],
  id: string,
  context: CommandContext,
  /** The person has seen what the feature warns of and means it. */
  warningsSeen: boolean,
) => Result<P>

/** A subject whose type is forgotten, so that tasks can hold them all without knowing a later feature. */
export interface AnyFindingSubject {
  readonly entity: Entity
  readonly grant: string
  readonly title: (document: unknown, language: string) => string
  readonly readOn: (document: unknown) => TaskAbout | undefined
  readonly check: (services: Pick<Services, 'db'>) => (before: unknown, after: unknown, id: string) => Result<unknown>
  readonly typedFields: TypedFields
  /** Values by path. */
  readonly change: (services: Services) => TypedChange<unknown, Readonly<Record<string, Json>>>
}

export function findingSubject<E extends Entity>(subject: FindingSubject<E>): AnyFindingSubject {
  return {
    entity: subject.entity,
    grant: subject.grant,
    title: (document, language) => subject.title(document as DocumentOf<E>, language),
    readOn: (document) => subject.readOn?.(document as DocumentOf<E>),
    check: (services) => {
      const check = subject.check?.(services)
      return (before, after, id) => check?.(before as DocumentOf<E>, after as DocumentOf<E>, id) ?? accepted(null)
    },
    typedFields: subject.typed?.fields ?? {},
    change: (services) => {
      const change = subject.typed?.change(services)
      return (document, typed, id, context, warningsSeen) => {
        const patch =
          change?.(document as DocumentOf<E>, typed, id, context, warningsSeen) ?? refused('finding.notTyped')
        return patch.ok ? accepted(valuesOfPatch(subject.entity, patch.value)) : patch
      }
    },
  }
}
