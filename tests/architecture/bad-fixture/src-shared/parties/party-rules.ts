export const partyRule = true
