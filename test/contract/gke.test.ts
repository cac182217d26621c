import t from 'tap'
import { googleBed } from '../clouds/google/bed.ts'
import { machinesContract } from './machines-contract.ts'

const bed = await googleBed()
t.teardown(() => bed.stop())
machinesContract(t, bed)
