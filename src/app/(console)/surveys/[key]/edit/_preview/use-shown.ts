import { useMemo } from 'react'
import type { Draft, KeyedPage } from '@/domain/survey/edit/operation'
import { findPage, pageOf, pagesOf } from '@/domain/survey/edit/places'
import type { Surroundings } from '@/domain/survey/visibility'
import { useEditorState } from '../_store/use-editor'
import { useSettled } from '../_store/use-settled'
import type { Shown } from './show-survey'

const unfit = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i

/** What isn't finished yet must not break the page: a colour that is none, a link without an address. */
const presentable = (draft: Draft): Draft => {
  const { color, ...theme } = draft.theme ?? {}
  const isWeb = (address: string | undefined): boolean => URL.canParse(address ?? '')
  return {
    ...draft,
    theme: { ...theme, ...(color && unfit.test(color) ? { color } : {}) },
    thanks: draft.thanks.map(({ link, ...rest }) => (link && isWeb(link.url) ? { ...rest, link } : rest)),
  }
}

/** One page by itself, with all that its logic may hide. */
const alone = (draft: Draft, page: KeyedPage): Draft => {
  const { showIf: _, jumps: __, randomize: ___, ...rest } = page
  const questions = page.questions.map(({ showIf: ____, ...question }) => question as typeof question & { showIf?: never })
  return { ...draft, pages: [{ ...rest, questions: questions as KeyedPage['questions'] }] }
}

export type Around = { locale: string; channel: string; source: string; context: Readonly<Record<string, string>> }

/** What the preview shows: the page at hand by itself, or the survey as a customer goes through it. */
export const useShown = (mode: 'page' | 'run', around: Around): Shown => {
  const now = useEditorState(({ session }) => session.draft)
  const chosen = useEditorState((state) => state.selection)
  // Together: what is selected may be so new that the draft from before doesn't have it.
  const { draft, selection } = useSettled(useMemo(() => ({ draft: now, selection: chosen }), [now, chosen]))
  const [kind, key = ''] = selection
  const page = kind === undefined || kind === 'quota' ? undefined : kind === 'page' ? findPage(draft, key) : pageOf(draft, key)
  const wanted = page ?? pagesOf(draft)[0]
  return useMemo(() => {
    const definition = presentable(mode === 'page' && wanted ? alone(draft, wanted) : draft)
    const surroundings: Surroundings = {
      ...{ id: 'preview', locale: around.locale, context: around.context },
      channel: around.channel || undefined,
      source: around.source || undefined,
    }
    return { definition, locale: around.locale, around: surroundings }
  }, [draft, wanted, mode, around])
}
