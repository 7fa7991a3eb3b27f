import { ensureContrast, readableOn } from '@/domain/contrast'
import type { Theme } from '@/domain/survey/definition'

const tide = { light: '#0b7285', dark: '#3bc9db' }
/** The surfaces that the brand's colour stands on; `survey.css` has the same. */
const surface = { light: '#ffffff', dark: '#1b1d20' }

const scheme = (color: string, ground: string): string => {
  const { fill, text } = readableOn(color)
  return `--brand:${fill};--on-brand:${text};--line-brand:${ensureContrast(color, ground, 4.5)}`
}

/**
 * The brand's colour and type as a style sheet. The brand's own colour fills buttons, with whichever text can be read on it;
 * where it is text or a thin line itself it is corrected until it can be seen (WCAG 2.2 AA), in light and in dark.
 * Theme values passed the definition's schema, so they can't leave their declarations.
 */
export const themeCss = ({ color, font }: Theme = {}): string => {
  // Always set: custom properties cross into a shadow tree, and the page around an embed may have a `--font` of its own.
  const family = `--font:${font ? `${font},` : ''}var(--system);`
  const [light, dark] = [scheme(color ?? tide.light, surface.light), scheme(color ?? tide.dark, surface.dark)]
  return `.survey{${light};${family}}@media (prefers-color-scheme:dark){.survey:not(.light){${dark}}}.survey.dark{${dark}}`
}
