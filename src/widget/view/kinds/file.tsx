/** @jsxImportSource preact */
import type { FileQuestion } from '@/domain/survey/definition'
import { fileCheck } from '@/domain/survey/kinds/check-file'
import { fill } from '../../words/words'
import type { ControlProps, Kind, Live } from './kind'
import { tell } from './tell'

type Props = ControlProps<FileQuestion>
/** `mark` tells it from the others; `id` once it is there; `share` of its bytes that are through, 0 … 1 */
type Sent = { mark: number; name: string; id?: string; share: number; fault?: string }

/** Stands for a file on its way: no upload's id, so that nobody goes on without it. */
const onItsWay = '…'

const accept = {
  image: 'image/*',
  pdf: '.pdf',
  document: '.doc,.docx,.odt,.rtf,.txt,.csv,.xls,.xlsx,.ods,.ppt,.pptx,.odp',
  audio: 'audio/*',
  video: 'video/*',
}

/** What choosing files and the words beneath are like, with a script and without. */
const partsOf = ({ question, words: { kinds }, locale, describedBy, isWrong }: Props) => {
  const { key, maximum, maxBytes, types } = question
  return {
    chooser: {
      type: 'file',
      id: `i-${key}`,
      accept: types.map((type) => accept[type]).join(),
      multiple: maximum > 1,
      'aria-describedby': [describedBy, `s-${key}`].filter(Boolean).join(' '),
      'aria-invalid': isWrong || undefined,
    } as const,
    limits: fill(kinds.file.limits, {
      maximum,
      size: +(maxBytes / 1_048_576).toFixed(1),
      types: new Intl.ListFormat(locale).format(types.map((type) => kinds.file[type])),
    }),
  }
}

const Files = (props: Props & { live: Live }) => {
  const { question, answer, words, live } = props
  const { key, maximum, maxBytes } = question
  const { chooser, limits } = partsOf(props)
  const texts = words.kinds.file
  live.own[key] ??= ((answer ?? []) as string[]).map((id, mark) => ({ mark, id, name: '', share: 1 }))
  const sent = live.own[key] as Sent[]
  const answerOf = () => sent.flatMap(({ id, fault }) => (fault ? [] : (id ?? onItsWay)))
  const send = (from: Element, file: File): void => {
    const one: Sent = { mark: 1 + (sent.at(-1)?.mark ?? 0), name: file.name, share: 0 }
    sent.push(one)
    const end = (change: Partial<Sent>): void => {
      Object.assign(one, change)
      tell(from, key, answerOf())
    }
    if (file.size > maxBytes) {
      end({ fault: texts.tooLarge })
      return
    }
    if (!live.uploads) {
      end({ id: `00000000-0000-7000-8000-${`${one.mark}`.padStart(12, '0')}`, share: 1 })
      return
    }
    const request = new XMLHttpRequest()
    request.open('POST', `${live.uploads}&question=${key}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total }) => {
      one.share = loaded / total
      live.redraw()
    }
    request.onloadend = () => {
      const { status, response } = request
      if (status === 201) end({ id: JSON.parse(response).id, share: 1 })
      else end({ fault: status === 413 ? texts.tooLarge : status === 415 ? texts.wrongType : texts.failed })
    }
    request.send(file)
    end({})
  }
  return (
    <div class="options">
      <ul class="options" hidden={sent.length === 0}>
        {sent.map((one, index) => (
          <li class="sent" key={one.mark}>
            <span>
              {one.name || `${texts.file} ${index + 1}`}
              {one.fault ? (
                <span class="fault">{one.fault}</span>
              ) : (
                !one.id && <progress value={one.share} aria-label={one.name} />
              )}
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={`${texts.remove}: ${one.name || index + 1}`}
              onClick={({ currentTarget }) => {
                const add = currentTarget.form?.querySelector<HTMLElement>(`#i-${key}`)
                sent.splice(index, 1)
                tell(currentTarget, key, answerOf())
                add?.focus()
              }}
            >
              ✕
            </button>
            {!one.fault && <input type="hidden" name={key} value={one.id ?? onItsWay} />}
          </li>
        ))}
      </ul>
      <label class="option add">
        <input
          {...chooser}
          class="unseen"
          disabled={sent.length >= maximum}
          onInput={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            const { form, files } = currentTarget
            for (const file of [...(files ?? [])].slice(0, maximum - sent.length)) send(form ?? currentTarget, file)
            currentTarget.value = ''
          }}
        />
        <span>{texts.add}</span>
      </label>
      <p class="hint" id={`s-${key}`} role="status">
        {limits}
      </p>
    </div>
  )
}

/** Without a script: the files go with the form, and those that are there can be taken out of it. */
const Plain = (props: Props) => {
  const { question, answer, words } = props
  const { key } = question
  const { chooser, limits } = partsOf(props)
  return (
    <div class="options">
      {((answer ?? []) as string[]).map((id, index) => (
        <label class="option" key={id}>
          <input type="checkbox" name={key} value={id} checked={true} />
          <span>{`${words.kinds.file.file} ${index + 1}`}</span>
        </label>
      ))}
      <input {...chooser} class="field" name={key} aria-labelledby={`t-${key}`} />
      <p class="hint" id={`s-${key}`}>
        {limits}
      </p>
    </div>
  )
}

export const file: Kind<FileQuestion> = {
  View: (props) => (props.live ? <Files {...props} live={props.live} /> : <Plain {...props} />),
  check: fileCheck,
  read: ({ key }, fields) => fields(key).filter(Boolean),
  as: 'group',
}
