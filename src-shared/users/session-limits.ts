/** How long a sign-in lasts, and when an unattended counter locks (reliability X9). */
export const sessionHours = 12
export const idleLockMinutes = 15
