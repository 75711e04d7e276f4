import { accountSuite } from '#tests/contracts/account-suite.ts'
import { cloudStoreSuite } from '#tests/contracts/cloud-store-suite.ts'
import { digestSuite } from '#tests/contracts/digest-suite.ts'
import { foldAnewSuite } from '#tests/contracts/fold-anew-suite.ts'
import { guardSuite } from '#tests/contracts/guard-suite.ts'
import { snapshotSuite } from '#tests/contracts/snapshot-suite.ts'
import { vouchSuite } from '#tests/contracts/vouch-suite.ts'
import { memoryStores } from '#tests/support/cloud-for-test.ts'

const stores = memoryStores()
cloudStoreSuite('memory', async () => stores)
snapshotSuite('memory', async () => stores)
digestSuite('memory', async () => stores)
foldAnewSuite('memory', async () => stores)
guardSuite('memory', async () => stores)
accountSuite('memory', async () => stores)
vouchSuite('memory', async () => stores)
