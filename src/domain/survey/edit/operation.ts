import type { Page, Question, SurveyDefinition } from '../definition'

/**
 * A survey as it is edited: of the shape of a definition, but it may lack what a published one needs (a question without a
 * text yet, a page without questions). Every page has a key (`withPageKeys`).
 */
export type Draft = SurveyDefinition

export type KeyedPage = Page & { key: string }

/** A thing with members: the survey itself, a page, a question (wherever it stands), one of its options, a quota. */
export type Place =
  | readonly []
  | readonly ['page', string]
  | readonly ['question', string]
  | readonly ['option' | 'row' | 'column', question: string, key: string]
  | readonly ['quota', string]

/** A list whose items have keys. */
export type List =
  | readonly ['pages']
  | readonly ['quotas']
  | readonly ['questions', page: string]
  | readonly ['options' | 'rows' | 'columns', question: string]

export type Item = Readonly<Record<string, unknown>> & { key: string }

/**
 * One edit, as small data. Places are named by keys and not by numbers, so that it means the same after somebody else has
 * edited elsewhere; and it says what it found (`was`, `item`), so that it never overwrites what its author hasn't seen.
 * `after` is the key of the item that it comes behind, null for the first place. `turn` makes a question one of another kind, and takes
 * it and all that asks for it to the key of `to`: all of it at once, since half of two kinds is none, and since a kind that is kept from
 * changing must keep its key.
 */
export type Operation =
  | { do: 'set'; at: Place; name: string; was?: unknown; to?: unknown }
  | { do: 'insert'; in: List; after: string | null; item: Item }
  | { do: 'remove'; in: List; after: string | null; item: Item }
  | { do: 'move'; key: string; from: List; to: List; after: string | null }
  | { do: 'turn'; was: Question; to: Question }
