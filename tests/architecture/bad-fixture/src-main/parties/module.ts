export const partiesModule = 'parties'
