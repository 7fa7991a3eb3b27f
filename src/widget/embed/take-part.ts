import { isBlank } from '@/domain/survey/answer'
import { focusOn, listen } from '../runtime/listen'
import { resume } from '../runtime/resume'
import { sendUnsent } from '../runtime/send'
import { createSurvey, type Start } from '../runtime/survey'
import type { Mount } from './embed-options'

/**
 * From here on the survey answers to its customer, and tells the page. What they did before stands in the form: choices are
 * taken over, and where the button was pressed (`endHolding` says so, and lets the next press through) it is pressed again.
 */
export const takePart = async ({ place: stage, emit }: Mount, start: Start, endHolding: () => boolean): Promise<void> => {
  const { slug } = start
  const kept = await resume(slug, start.place.version)
  const survey = createSurvey(stage, { ...start, kept })
  const form = stage.querySelector('form')
  // Before it is drawn anew, which would undo a choice that it doesn't know of.
  const chosen = form ? Object.entries(survey.read(form)).filter(([, answer]) => !isBlank(answer)) : []
  const reveal = (): void => {
    stage.scrollIntoView({ block: 'nearest' })
    focusOn(stage, survey.state().end === 'none' ? '.question' : '.thanks')
  }
  // Neither the page's own content below nor a card's edge may jump when a shorter page follows, perhaps seconds after the button.
  stage.addEventListener('submit', () => {
    stage.style.minHeight = `${stage.offsetHeight}px`
  })
  listen(stage, survey, {
    onAnswer: (question, value) => emit('answer', { survey: slug, question, value }),
    onMove: reveal,
    onBack: () => {
      const earlier = survey.back()
      if (!earlier) return
      survey.goTo(earlier.index)
      reveal()
    },
    onEnd: () => emit('complete', { survey: slug, id: survey.state().place.id }),
  })
  const isPressed = endHolding()
  survey.begin()
  if (chosen.length > 0) {
    survey.answer(Object.fromEntries(chosen))
    survey.save()
  }
  if (isPressed) form?.requestSubmit()
  emit('ready', { survey: slug })
  void sendUnsent(survey.state().place.id)
}
