/** @jsxImportSource preact */
import type { RankingQuestion } from '@/domain/survey/definition'
import { rankingCheck, wantedOf } from '@/domain/survey/kinds/check-ranking'
import { type Fields, partField, readText } from '../../fields'
import { fill } from '../../words/words'
import type { ControlProps, Kind, Live } from './kind'
import { tell } from './tell'

type Props = ControlProps<RankingQuestion>
type Pressed = Event & { currentTarget: HTMLElement }

/** Without a script: the rank of each option is chosen from a list. */
const Plain = ({ question, answer, say, describedBy }: Props) => (
  <div class="across">
    {question.options.map(({ key, text }) => (
      <label key={key}>
        <span>{say(text)}</span>
        <select class="field" name={partField(question.key, key)} aria-describedby={describedBy}>
          <option value="" />
          {Array.from({ length: wantedOf(question) }, (_, at) => at + 1).map((rank) => (
            <option key={rank} selected={[answer].flat()[rank - 1] === key}>
              {rank}
            </option>
          ))}
        </select>
      </label>
    ))}
  </div>
)

const rowAt = (list: HTMLElement, y: number): number =>
  [...list.children].findIndex((row) => y < row.getBoundingClientRect().bottom)

/** A press ranks an option next, or takes it out again; arrow keys, a button and dragging move it. */
const Ranks = ({ question, answer, say, words, live }: Props & { live: Live }) => {
  const { key, options } = question
  const texts = words.kinds.ranking
  const ranked = (answer ?? []) as readonly string[]
  const shown = [
    ...ranked.flatMap((name) => options.find((option) => option.key === name) ?? []),
    ...options.filter((option) => !ranked.includes(option.key)),
  ]
  const dragged = `${key}.drag`
  const place = (list: HTMLElement, name: string, to: number | undefined): void => {
    const others = ranked.filter((other) => other !== name)
    const next = to === undefined ? others : [...others.slice(0, Math.max(0, to)), name, ...others.slice(Math.max(0, to))]
    if (next.length > wantedOf(question) || String(next) === String(ranked)) return
    live.own[key] = to === undefined ? texts.out : fill(texts.rank, { rank: next.indexOf(name) + 1, count: wantedOf(question) })
    tell(list, key, next)
    // An element that is moved in the page loses its focus.
    list.querySelector<HTMLElement>(`[data-key="${name}"] button`)?.focus()
  }
  const press = (name: string, at: number, { currentTarget }: Pressed, to = at < 0 ? ranked.length : undefined): void =>
    place(currentTarget.closest('ol') as HTMLElement, name, to)
  return (
    <>
      <ol
        class="options"
        onPointerDown={({ target, currentTarget, pointerId }) => {
          const row = (target as Element).closest<HTMLElement>('.grip')?.parentElement
          if (!row) return
          live.own[dragged] = row.dataset.key
          currentTarget.setPointerCapture(pointerId)
        }}
        onPointerMove={({ currentTarget, clientY }) => {
          const name = live.own[dragged] as string | undefined
          const to = rowAt(currentTarget, clientY)
          if (name)
            place(currentTarget, name, Math.min(to < 0 ? shown.length : to, ranked.length - (ranked.includes(name) ? 1 : 0)))
        }}
        onLostPointerCapture={() => {
          live.own[dragged] = undefined
        }}
        onKeyDown={(event) => {
          const name = (event.target as Element).closest('li')?.dataset.key ?? ''
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
          if (!step || !ranked.includes(name)) return
          event.preventDefault()
          place(event.currentTarget, name, ranked.indexOf(name) + step)
        }}
      >
        {shown.map(({ key: name, text }) => {
          const at = ranked.indexOf(name)
          return (
            <li class="rank" data-key={name} key={name}>
              <button type="button" class="option" aria-pressed={at >= 0} onClick={(event) => press(name, at, event)}>
                <b>{at < 0 ? '' : at + 1}</b>
                <span>{say(text)}</span>
              </button>
              {at > 0 ? (
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${texts.up}: ${say(text)}`}
                  onClick={(event) => press(name, at, event, at - 1)}
                >
                  ↑
                </button>
              ) : null}
              <span class="grip" aria-hidden="true" />
              {at >= 0 && <input type="hidden" name={key} value={name} />}
            </li>
          )
        })}
      </ol>
      <p class="unseen" role="status">
        {live.own[key] as string}
      </p>
    </>
  )
}

const read = ({ key, options }: RankingQuestion, fields: Fields): readonly string[] => {
  const rankOf = (option: { key: string }): number => Number(readText(fields, partField(key, option.key)))
  const chosen = options.filter(rankOf).sort((a, b) => rankOf(a) - rankOf(b))
  return chosen.length > 0 ? chosen.map((option) => option.key) : fields(key).filter(Boolean)
}

export const ranking: Kind<RankingQuestion> = {
  View: (props) => (props.live ? <Ranks {...props} live={props.live} /> : <Plain {...props} />),
  check: rankingCheck,
  read,
  as: 'group',
}
