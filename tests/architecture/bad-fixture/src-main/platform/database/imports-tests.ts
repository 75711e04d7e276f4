export { fakeClock } from '#tests/fake-clock.ts'
