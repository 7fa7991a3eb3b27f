import { focusOn, listen } from '../runtime/listen'
import { resume } from '../runtime/resume'
import { sendUnsent } from '../runtime/send'
import { createSurvey, type Start, type Survey } from '../runtime/survey'
import type { Mount } from './embed-options'

/** What the customer did before the rest was there: choices stand in the form, and a press of the button is pressed again. */
const catchUp = (stage: HTMLElement, survey: Survey, isPressed: boolean): void => {
  const form = stage.querySelector('form')
  if (!form) return
  const given = survey.read(form)
  if (Object.values(given).some((answer) => answer !== undefined)) {
    survey.answer(given)
    survey.save()
  }
  if (isPressed) form.requestSubmit()
}

/** From here on the survey answers to its customer, and tells the page. */
export const takePart = async ({ place: stage, emit }: Mount, start: Start, isPressed: boolean): Promise<void> => {
  const { slug } = start
  const kept = await resume(slug, start.place.version)
  const survey = createSurvey(stage, { ...start, kept })
  const isDrawn = stage.firstChild !== null
  const reveal = (): void => {
    stage.scrollIntoView({ block: 'nearest' })
    focusOn(stage, survey.state().end === 'none' ? '.question' : '.thanks')
  }
  // The page's own content below must not jump up when a shorter page follows, perhaps seconds after the button.
  if (!stage.closest('dialog'))
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
  survey.begin()
  if (isDrawn && !kept) catchUp(stage, survey, isPressed)
  emit('ready', { survey: slug })
  void sendUnsent(survey.state().place.id)
}
