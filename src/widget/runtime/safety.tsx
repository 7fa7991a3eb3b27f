/** @jsxImportSource preact */
import type { Words } from '../words/words'
import type { SaveState } from './saver'

/** Whether the answers are safe: quietly while all is well, aloud when it isn't. */
export const Safety = ({ state, words }: { state: SaveState | undefined; words: Words }) =>
  state && (
    <span class="kept" data-state={state}>
      {state === 'saved' && words.saved}
      <span role="status">{state === 'kept' && words.kept}</span>
    </span>
  )
