import type { PublishedVersion } from '@/domain/survey/clashes'
import type { Place } from '@/domain/survey/edit/operation'
import type { Problem } from '@/domain/survey/edit/problem'
import type { Session } from '@/domain/survey/edit/session'

export type Saving = 'saved' | 'waiting' | 'sending' | 'failed' | 'refused'
export type SaveProblem = 'offline' | 'signed_out' | 'not_allowed' | 'not_found' | 'refused' | 'broken'

/** What is said once, to be read and to be heard; the words are the screen's. */
export type Notice =
  | { about: 'broken'; problems: readonly Problem[] }
  | { about: 'undo_refused' | 'redo_refused' }
  | { about: 'merged' }
  | { about: 'moved'; position: number; count: number }
  | { about: 'removed' | 'added' | 'duplicated' | 'turned'; text: string }
  | { about: 'undone' | 'redone' | 'pasted'; count: number }

/** `from` is what customers see now. */
export type EditorState = {
  session: Session
  selection: Place
  /** raised when something else is selected, but not when it is only called otherwise */
  chosen: number
  /** the language whose texts are edited */
  locale: string
  saving: Saving
  saveProblem: SaveProblem | undefined
  notice: { number: number; notice: Notice } | undefined
  problems: readonly Problem[]
  /** raised when a place is opened: its settings take the focus, the member named if there is one */
  opened: { number: number; name?: string | undefined }
  /** raised when the outline is to take the focus */
  outlined: number
  /** raised when what is selected got another key, and its row in the outline with it */
  followed: number
  tab: 'outline' | 'settings' | 'preview'
}

export type Saved =
  | { revision: number; draft?: Session['draft']; isMet: boolean }
  | { problem: Exclude<SaveProblem, 'offline' | 'broken'> }

export type EditorSetup = {
  surveyKey: string
  /** of whoever edits: organization and member */
  scope: string
  draft: Session['draft']
  revision: number
  locale: string
  published: readonly PublishedVersion[]
  save: (edits: { key: string; id: string; base: number; operations: Session['waiting'] }) => Promise<Saved>
  /** the draft if it is newer than the revision */
  look: (key: string, since: number) => Promise<{ revision: number; draft: Session['draft'] } | undefined>
}
