/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { directionOf } from '@/domain/direction'
import type { SurveyDefinition } from '@/domain/survey/definition'
import type { Tongue } from './props'

type Props = Tongue & {
  definition: SurveyDefinition
  isEmbedded?: boolean | undefined
  /** of an embed on a page that has one form alone; else the customer's own */
  scheme?: 'light' | 'dark' | undefined
  /** hosted: the ways to read this page in another language */
  languages?: ComponentChildren
  children: ComponentChildren
}

/** The brand above, the page, and one line of ours at the foot. */
export const Frame = ({ definition, locale, say, words, isEmbedded, scheme, languages, children }: Props) => {
  const title = say(definition.title)
  const Heading = isEmbedded ? 'h2' : 'h1'
  const [Body, Foot] = isEmbedded ? (['div', 'div'] as const) : (['main', 'footer'] as const)
  const foot = (
    <Foot class="foot">
      {languages}
      <span class="made">{words.madeWith}</span>
    </Foot>
  )
  return (
    <div class={`survey${isEmbedded ? ' embedded' : ''}${scheme ? ` ${scheme}` : ''}`} lang={locale} dir={directionOf(locale)}>
      <div class="sheet">
        <Body>
          <div class="brand">
            {definition.theme?.logo && <img src={definition.theme.logo} alt="" />}
            <Heading class="title">{title}</Heading>
          </div>
          {children}
        </Body>
        {isEmbedded && foot}
      </div>
      {!isEmbedded && foot}
    </div>
  )
}
