import type { Valence } from './text-models'

const LIKED = '😀😁😃😄😆😊😍🥰😘🤩😎🙂👍👏🙏💯🎉🔥🌟⭐💖💕💗💓❤♥🤗😋😻💪👌🥳☺🌹'
const DISLIKED = '😠😡🤬😤😞😟😢😭😩😫😒🙁☹😣😖😱🤮🤢💩👎😓😔🙄😑💔😨😰🥲'
const KAOMOJI: [RegExp, number][] = [
  [/[:;=]-?[)D]/g, 1.8],
  [/[:=]'?-?[(/]/g, -1.8],
]

/** Emoji and the commonest emoticons speak every language. */
export function findEmojiValences(text: string): Valence[] {
  const found: Valence[] = []
  for (const match of text.matchAll(/\p{Extended_Pictographic}/gu)) {
    const valence = LIKED.includes(match[0]) ? 2 : DISLIKED.includes(match[0]) ? -2 : 0
    if (valence !== 0) found.push({ start: match.index, end: match.index + match[0].length, valence })
  }
  for (const [pattern, valence] of KAOMOJI) {
    for (const match of text.matchAll(pattern)) {
      // "https://" is no frown.
      if (text.charAt(match.index + match[0].length) !== '/')
        found.push({ start: match.index, end: match.index + match[0].length, valence })
    }
  }
  return found
}
