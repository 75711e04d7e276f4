import { categoryEntity, productEntity } from '#shared/catalog/replication.ts'
import { fileEntity } from '#shared/files/replication.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { drawerOpeningEntity, printOutcomeEntity, printTemplateEntity } from '#shared/printing/replication.ts'
import { salesOrderEntity, salesOrderNoteEntity } from '#shared/sales-orders/replication.ts'
import { companyEntity, settingEntity } from '#shared/settings/replication.ts'
import { findingSeenEntity, taskCommentEntity, taskEntity } from '#shared/tasks/replication.ts'
import { userEntity } from '#shared/users/replication.ts'

const known: readonly Entity[] = [
  companyEntity,
  settingEntity,
  printOutcomeEntity,
  drawerOpeningEntity,
  printTemplateEntity,
  userEntity,
  fileEntity,
  taskEntity,
  taskCommentEntity,
  findingSeenEntity,
  partyEntity,
  productEntity,
  categoryEntity,
  salesOrderEntity,
  salesOrderNoteEntity,
  paymentEntity,
]

/** Every kind of document that this version folds and guards, by name. Others are kept and handed on (Y1). */
export const entities: ReadonlyMap<string, Entity> = new Map(known.map((each) => [each.name, each]))
