export const partyWord = 'party'
