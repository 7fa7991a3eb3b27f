import { fill } from '../words/words'

type Asked = {
  title?: string
  /** with `{seconds}` */
  text: string
  seconds: number
  /** the button that ends the count and goes on; without it the count stands at the foot of the page and asks nothing */
  yes?: string
  no: string
}

const button = (text: string, className: string, onclick: () => void): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { textContent: text, className, type: 'button', onclick })

/** Counts down in sight of the customer. True when they want to go on, false when the time is over or they are done. */
export const countDown = ({ title, text, seconds, yes, no }: Asked, page: Element): Promise<boolean> =>
  new Promise((resolve) => {
    const survey = page.querySelector<HTMLElement>('.survey')
    const box = Object.assign(document.createElement('dialog'), {
      className: 'kiosk',
      lang: survey?.lang ?? '',
      dir: survey?.dir ?? '',
    })
    const count = document.createElement('p')
    count.role = 'timer'
    const end = (isHere: boolean): void => {
      clearInterval(timer)
      box.remove()
      resolve(isHere)
    }
    let left = seconds
    const tick = (): void => {
      count.textContent = fill(text, { seconds: left })
      if (left-- <= 0) end(false)
    }
    const timer = setInterval(tick, 1000)
    if (title) box.append(Object.assign(document.createElement('h2'), { textContent: title }))
    if (title) box.setAttribute('aria-label', title)
    box.append(count)
    if (yes) box.append(button(yes, 'primary', () => end(true)))
    box.append(button(no, yes ? 'quiet' : 'primary', () => end(false)))
    box.addEventListener('cancel', () => end(true))
    // Inside the survey's frame, whose colours it wears.
    survey?.append(box)
    if (yes) box.showModal()
    else box.setAttribute('open', '')
    tick()
  })
