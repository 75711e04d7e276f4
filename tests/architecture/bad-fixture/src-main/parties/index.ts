export const parties = 'parties'
