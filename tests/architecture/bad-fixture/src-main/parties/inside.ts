export const inside = 'parties'
