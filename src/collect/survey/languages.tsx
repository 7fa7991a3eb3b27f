/** @jsxImportSource preact */
import { nameOfLanguage } from './language'

type Props = { locales: readonly string[]; locale: string; label: string; href: (locale: string) => string; isFresh: boolean }

/**
 * The survey's other languages. Before anything was answered they are links; afterwards buttons of the form, which keep
 * the answers.
 */
export const Languages = ({ locales, locale, label, href, isFresh }: Props) =>
  locales.length < 2 ? null : (
    <nav class="languages" aria-label={label}>
      {locales.map((one) => {
        const name = nameOfLanguage(one)
        if (one === locale)
          return (
            <span key={one} aria-current="true" lang={one}>
              {name}
            </span>
          )
        return isFresh ? (
          <a key={one} href={href(one)} hreflang={one} lang={one}>
            {name}
          </a>
        ) : (
          <button key={one} type="submit" form="earshot-page" name="_go" value={`lang:${one}`} lang={one}>
            {name}
          </button>
        )
      })}
    </nav>
  )
