import { excerptOf } from '@/domain/text/excerpt'
import { findSpans, type TextSearch } from '@/domain/text/search'
import classes from './responses.module.css'

/** A customer's words; where something was looked for, from there on and marked. */
export const FoundWords = ({ text, search }: { text: string; search: TextSearch | undefined }) => {
  if (!search) return text
  return excerptOf(text, findSpans(text, search)).map((part, index) =>
    part.isFound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in order
      <mark key={index} className={classes.found}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
