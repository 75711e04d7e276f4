import { afterAll } from 'vitest'
import { accountSuite } from '#tests/contracts/account-suite.ts'
import { cloudStoreSuite } from '#tests/contracts/cloud-store-suite.ts'
import { digestSuite } from '#tests/contracts/digest-suite.ts'
import { foldAnewSuite } from '#tests/contracts/fold-anew-suite.ts'
import { guardSuite } from '#tests/contracts/guard-suite.ts'
import { passingFailureSuite } from '#tests/contracts/passing-failure-suite.ts'
import { rowPolicySuite } from '#tests/contracts/row-policy-suite.ts'
import { snapshotSuite } from '#tests/contracts/snapshot-suite.ts'
import { vouchSuite } from '#tests/contracts/vouch-suite.ts'
import { pgliteStores } from '#tests/support/cloud-for-test.ts'

// One for the whole file: its first start takes seconds of a processor.
const opening = pgliteStores()
afterAll(async () => (await opening).store.close())

cloudStoreSuite('the embedded database', () => opening)
snapshotSuite('the embedded database', () => opening)
digestSuite('the embedded database', () => opening)
foldAnewSuite('the embedded database', () => opening)
guardSuite('the embedded database', () => opening)
accountSuite('the embedded database', () => opening)
vouchSuite('the embedded database', () => opening)
rowPolicySuite('the embedded database', () => opening)
passingFailureSuite('the embedded database', () => opening, 40)
