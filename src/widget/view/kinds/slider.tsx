/** @jsxImportSource preact */
import type { SliderQuestion } from '@/domain/survey/definition'
import { sliderCheck } from '@/domain/survey/kinds/check-scale'
import type { ControlProps, Kind } from './kind'
import { tell } from './tell'

/**
 * A native range, which a form can't send as "not answered": it has a name only once it was touched. Where there is no
 * script a plain field takes the number.
 */
const Slider = ({ question, answer, say, words, describedBy, isWrong, live }: ControlProps<SliderQuestion>) => {
  const { key, low, high, step, ends } = question
  const isOpen = typeof answer !== 'number'
  const texts = words.kinds.slider
  const common = {
    id: `i-${key}`,
    min: low,
    max: high,
    step,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong || undefined,
  }
  return (
    <div class="slider">
      {live ? (
        <input
          {...common}
          type="range"
          class={isOpen ? 'open' : undefined}
          name={isOpen ? undefined : key}
          value={isOpen ? low + Math.round((high - low) / step / 2) * step : answer}
          aria-valuetext={isOpen ? texts.open : undefined}
          onInput={(event) => {
            event.stopPropagation()
            tell(event.currentTarget, key, Number(event.currentTarget.value))
          }}
          onClick={({ currentTarget }) => isOpen && tell(currentTarget, key, Number(currentTarget.value))}
        />
      ) : (
        <input {...common} type="number" class="field" name={key} value={answer as number} />
      )}
      <div class="ends">
        <span>
          {low} {say(ends?.low)}
        </span>
        <span class="value">
          {live && (isOpen ? texts.open : <output for={`i-${key}`}>{answer}</output>)}
          {live && !isOpen && !question.required && (
            <button
              type="button"
              class="quiet"
              onClick={({ currentTarget }) => {
                const range = currentTarget.form?.querySelector<HTMLElement>(`#i-${key}`)
                tell(currentTarget, key, undefined)
                range?.focus()
              }}
            >
              {texts.clear}
            </button>
          )}
        </span>
        <span>
          {high} {say(ends?.high)}
        </span>
      </div>
    </div>
  )
}

export const slider: Kind<SliderQuestion> = { View: Slider, check: sliderCheck, as: 'field' }
