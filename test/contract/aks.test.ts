import t from 'tap'
import { azureBed } from '../clouds/azure/bed.ts'
import { startAzure } from '../clouds/azure/server.ts'
import { machinesContract } from './machines-contract.ts'

const azure = await startAzure()
t.teardown(() => azure.close())
const bed = azureBed(azure)
machinesContract(t, { ...bed, record: () => { azure.world.limits.clear(); return bed.record() } })
