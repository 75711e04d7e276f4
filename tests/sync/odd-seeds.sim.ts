import { seedsOf, simulate } from './simulate.ts'

simulate(seedsOf(1, 2, 600))
