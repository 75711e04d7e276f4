import type { Services } from '#main/platform/bus/module.ts'
import type { DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import { accepted, type Result } from '#shared/kernel/result.ts'

/** What a feature says of its documents, so that tasks can be about them and findings of them be answered. */
export interface FindingSubject<E extends Entity = Entity> {
  readonly entity: E
  /** Grant that an answer needs: the one for changing such a document. */
  readonly grant: string
  /** What people call the document, in the language of whoever asks. */
  readonly title: (document: DocumentOf<E>, language: string) => string
  /** What stands against an answer that would make `after` of `before`; the feature's own rules. */
  readonly check?: (
    services: Pick<Services, 'db'>,
  ) => (before: DocumentOf<E>, after: DocumentOf<E>, id: string) => Result<unknown>
}

/** A subject whose type is forgotten, so that tasks can hold them all without knowing a later feature. */
export interface AnyFindingSubject {
  readonly entity: Entity
  readonly grant: string
  readonly title: (document: unknown, language: string) => string
  readonly check: (services: Pick<Services, 'db'>) => (before: unknown, after: unknown, id: string) => Result<unknown>
}

export function findingSubject<E extends Entity>(subject: FindingSubject<E>): AnyFindingSubject {
  return {
    entity: subject.entity,
    grant: subject.grant,
    title: (document, language) => subject.title(document as DocumentOf<E>, language),
    check: (services) => {
      const check = subject.check?.(services)
      return (before, after, id) => check?.(before as DocumentOf<E>, after as DocumentOf<E>, id) ?? accepted(null)
    },
  }
}
