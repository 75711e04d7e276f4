export const productContract = {}
