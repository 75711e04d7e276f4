/** Inks a print shop is likely to want for its titles, dark enough to be read on white; any other can be typed. */
export const paperInks = ['#1a1916', '#00688f', '#1b6e43', '#a30050', '#7a5a00', '#b3201a'] as const
