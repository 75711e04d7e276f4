import { type CSSVariablesResolver, createTheme, Input, type MantineColorsTuple } from '@mantine/core'
import { classNames } from './class-names.ts'
import parts from './mantine-parts.module.css'

const SOLID = 'var(--solid)'

/** The primary colour is ink, not a hue: every shade is the solid fill, so plain Mantine parts cannot turn blue. */
const ink: MantineColorsTuple = [SOLID, SOLID, SOLID, SOLID, SOLID, SOLID, SOLID, SOLID, SOLID, SOLID]

/** Mantine measured and inked as the design asks, so that its plain components may be used as they are. */
export const mantineTheme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  headings: {
    fontFamily: 'var(--font-text)',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '26px', fontWeight: '620' },
      h2: { fontSize: '15px', lineHeight: '20px', fontWeight: '600' },
      h3: { fontSize: '14px', lineHeight: '20px', fontWeight: '600' },
    },
  },
  components: {
    Button: { classNames: { root: classNames(parts.button) } },
    Input: Input.extend({
      classNames: { wrapper: classNames(parts.field), input: classNames(parts.input) },
      vars: () => ({
        wrapper: {
          '--input-height': 'var(--control)',
          '--input-fz': 'var(--text-main)',
          '--input-margin-top': '0px',
          '--input-margin-bottom': '0px',
        },
      }),
    }),
    InputWrapper: { classNames: { label: classNames(parts.label), error: classNames(parts.error) } },
    Checkbox: {
      classNames: {
        input: classNames(parts.tick),
        icon: classNames(parts.tickMark),
        label: classNames(parts.tickLabel),
      },
    },
    Radio: { classNames: { radio: classNames(parts.radio), label: classNames(parts.tickLabel) } },
    Popover: {
      defaultProps: { shadow: 'none', radius: 'var(--radius-float)', transitionProps: { duration: 120 } },
      classNames: { dropdown: classNames(parts.floating) },
    },
    Combobox: { classNames: { option: classNames(parts.option), dropdown: classNames(parts.floating) } },
    Select: { classNames: { option: classNames(parts.option), dropdown: classNames(parts.floating) } },
    Menu: {
      defaultProps: { shadow: 'none', radius: 'var(--radius-float)', transitionProps: { duration: 120 } },
      classNames: { dropdown: classNames(parts.floating), item: classNames(parts.option) },
    },
    Tooltip: {
      defaultProps: { openDelay: 500, transitionProps: { duration: 120 } },
      classNames: { tooltip: classNames(parts.tooltip) },
    },
  },
})

/** Mantine's own variables said in our tokens; the same in both schemes because the tokens switch themselves. */
export const mantineVariables: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink3)',
    '--mantine-color-placeholder': 'var(--ink3)',
    '--mantine-color-anchor': 'var(--acc)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-success': 'var(--green)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line2)',
    '--mantine-color-disabled': 'var(--hover)',
    '--mantine-color-disabled-color': 'var(--ink3)',
    '--mantine-color-disabled-border': 'var(--line2)',
    '--mantine-primary-color-filled': 'var(--solid)',
    '--mantine-primary-color-filled-hover': 'var(--solid-hover)',
    '--mantine-primary-color-contrast': 'var(--onsolid)',
    '--mantine-primary-color-light': 'var(--hover)',
    '--mantine-primary-color-light-hover': 'var(--hover)',
    '--mantine-primary-color-light-color': 'var(--ink)',
  }
  return { variables: {}, light: variables, dark: variables }
}
