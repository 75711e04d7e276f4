export const fakeClock = 0
