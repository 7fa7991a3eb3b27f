import { questionsOf, rangeOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { JourneyInput, TouchpointInput } from '@/domain/touchpoint/schema'
import { prisma } from '../connection'
import { readJourneys } from '../programme/save-journey'
import { readSettings } from '../programme/save-settings'
import { readSurveys } from '../programme/save-survey'
import { readTouchpoints } from '../programme/save-touchpoint'
import type { Scope } from '../programme/transaction'

/** A survey as the touchpoint that it belongs to shows it: with the questions that a standard can be set on. */
export type DesignSurvey = {
  key: string
  title: SurveyDefinition['title']
  touchpoint: string
  isPublished: boolean
  locales: readonly string[]
  metrics: { key: string; text: SurveyDefinition['title'] }[]
}

/** The journeys and touchpoints as they were put, archived ones too, with what is needed to change them. */
export type Design = {
  locale: string
  journeys: Record<string, JourneyInput>
  touchpoints: Record<string, TouchpointInput>
  surveys: DesignSurvey[]
}

export const readDesign = (organizationId: string): Promise<Design> =>
  prisma().$transaction(
    async (db) => {
      const scope: Scope = { db, organizationId }
      const { locale } = await readSettings(scope)
      const journeys = await readJourneys(scope)
      const touchpoints = await readTouchpoints(scope)
      const surveys = (await readSurveys(scope)).map(({ key, definition, publishedVersion }) => ({
        key,
        title: definition.title,
        touchpoint: definition.touchpoint,
        isPublished: publishedVersion !== null,
        locales: definition.locales ?? [],
        metrics: questionsOf(definition)
          .filter((question) => rangeOf(question))
          .map(({ key: question, text }) => ({ key: question, text })),
      }))
      return { locale, journeys, touchpoints, surveys }
    },
    { isolationLevel: 'RepeatableRead' },
  )
