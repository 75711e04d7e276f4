export const electron = () => import('electron')
