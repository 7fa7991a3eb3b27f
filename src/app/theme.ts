import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const tide: MantineColorsTuple = [
  '#e3f1f3',
  '#c8e4e8',
  '#99d0d8',
  '#66bfcc',
  '#3bc9db',
  '#22a7ba',
  '#158da0',
  '#0f7f92',
  '#0b7285',
  '#085a69',
]

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 4 },
  colors: { tide },
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // A dialog's head is no banner of the page: on a phone there would be two.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Button: Button.extend({
      vars: (_theme, props) => ({
        root: props.variant === undefined || props.variant === 'filled' ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
  },
})

// Given for each scheme: Mantine sets its own there, and those would win over common ones.
const followed = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--negative-text)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-light-color': 'var(--accent)',
}

/** Mantine's own variables follow the tokens, in both schemes. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: followed,
  dark: {
    ...followed,
    '--mantine-color-dark-0': '#ececec',
    '--mantine-color-dark-4': '#3d4147',
    '--mantine-color-dark-5': '#26282c',
    '--mantine-color-dark-6': '#1b1d20',
    '--mantine-color-dark-7': '#141517',
  },
})
