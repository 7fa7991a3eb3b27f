/** @jsxImportSource preact */
import type { Outcome, Thanks } from '@/domain/survey/definition'
import type { Tongue } from './props'

export type ThanksProps = Tongue & { thanks: Thanks | undefined; outcome: Outcome; notice?: string | undefined }

/** The end: the thanks that fits the answers, and where to go on. */
export const ThanksView = ({ thanks, outcome, say, words, notice }: ThanksProps) => (
  <div class="thanks" tabIndex={-1}>
    {outcome === 'completed' && (
      <svg class="tick" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="23" />
        <path d="M14.5 24.8l6.4 6.4 12.6-13.4" />
      </svg>
    )}
    <p class="said">{thanks ? say(thanks.text) : words.thanks[outcome]}</p>
    {thanks?.link && (
      <p>
        <a class="primary" href={thanks.link.url} rel="noopener">
          {thanks.link.text ? say(thanks.link.text) : new URL(thanks.link.url).hostname}
        </a>
      </p>
    )}
    {notice && (
      <p class="notice" role="status">
        {notice}
      </p>
    )}
  </div>
)
