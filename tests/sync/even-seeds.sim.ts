import { seedsOf, simulate } from './simulate.ts'

simulate(seedsOf(0, 2, 600))
