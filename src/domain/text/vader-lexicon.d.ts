/** VADER's word ratings (Hutto & Gilbert 2014), −4…4, as the package `vader-sentiment` (Apache-2.0) carries them. */
declare module 'vader-sentiment/src/vader_lexicon.js' {
  export const lexicon: Record<string, number>
}
