/** @jsxImportSource preact */
import type { Tongue } from './props'

export type LanguageChoice = { locale: string; name: string; href: string }

type Props = Pick<Tongue, 'locale' | 'words'> & { languages: readonly LanguageChoice[]; isFresh: boolean }

/**
 * The survey's languages. Before anything was answered the others are links; afterwards buttons of the form, which keep
 * the answers.
 */
export const Languages = ({ languages, locale, words, isFresh }: Props) =>
  languages.length < 2 ? null : (
    <nav class="languages" aria-label={words.languages}>
      {languages.map((one) => {
        if (one.locale === locale)
          return (
            <span key={one.locale} aria-current="true" lang={one.locale}>
              {one.name}
            </span>
          )
        return isFresh ? (
          <a key={one.locale} href={one.href} hreflang={one.locale} lang={one.locale}>
            {one.name}
          </a>
        ) : (
          <button key={one.locale} type="submit" form="earshot-page" name="_go" value={`lang:${one.locale}`} lang={one.locale}>
            {one.name}
          </button>
        )
      })}
    </nav>
  )
