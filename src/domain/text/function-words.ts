const LISTS: Record<string, string> = {
  en: `the and to of a i is it was for in my with not that you very they are have had but on so this all at be were we too would
    could should your me no their there from what when how more can been an has did do does don't didn't wasn't it's i'm as or if by no me he she him her them then than just also only some any us am who which out up after again always never every`,
  de: `der die das und ist nicht ich zu es sehr mit ein eine war auf für aber auch den von wir dem sind noch nur mir haben hat wurde keine bei`,
  fr: `le la les et est pas je de un une très que pour dans mais avec sur nous des du ce il elle vous était sont mon ma au aux plus ne`,
  es: `el la los las y es no muy que de un una para con por pero en se lo me mi del al está fue son más todo nos su`,
  it: `il lo la gli e è non molto che di un una per con ma in si mi del della sono stato ho anche più tutto ci le era`,
  pt: `o a os as e é não muito que de um uma para com por mas em se me do da está foi são mais tudo eu no na`,
  nl: `de het een en is niet ik van zeer erg dat op met voor maar was ook te zijn wij er aan heb mijn bij naar geen`,
}

/** Function words of the Latin-script languages that are told apart; a word may vote for several. */
export const FUNCTION_WORDS: ReadonlyMap<string, string[]> = (() => {
  const words = new Map<string, string[]>()
  for (const [language, list] of Object.entries(LISTS)) {
    for (const word of list.split(/\s+/)) words.set(word, [...(words.get(word) ?? []), language])
  }
  return words
})()
