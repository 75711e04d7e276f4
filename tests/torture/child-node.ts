/** How Node runs a program of the tests from its sources. */
export const childNode: readonly string[] = ['--disable-warning=ExperimentalWarning']
