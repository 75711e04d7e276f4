export const partyList = 'parties'
