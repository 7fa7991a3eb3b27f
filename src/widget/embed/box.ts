export type Box = {
  stage: HTMLElement
  isOpen: () => boolean
  /** `isAsked`: the customer did it on purpose, so the focus goes with it */
  show: (isAsked: boolean) => void
  close: () => void
  name: (title: string, close: string, isRightToLeft: boolean) => void
}

const make = <K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(name), { className })

const darkInk = '#101214'
/** Which of our two inks can be read on a colour `#rrggbb`: a launcher is drawn before the survey's own theme is known. */
const inkOn = (color: string): string => {
  const [red = 0, green = 0, blue = 0] = (color.match(/\w\w/g) ?? []).map((part) => Number.parseInt(part, 16))
  return red * 0.3 + green * 0.6 + blue * 0.1 > 140 ? darkInk : '#fff'
}

type Options = {
  mode: string
  label: string
  color: string | undefined
  scheme: 'light' | 'dark' | undefined
  onLaunch: () => void
  onClose: () => void
}

/** A card over the page, in a shadow tree: a modal dialog for `popup`, else one that leaves the page in the customer's hands. */
export const makeBox = (root: ShadowRoot, { mode, label, color, scheme, onLaunch, onClose }: Options): Box => {
  const { direction } = getComputedStyle(document.documentElement)
  const side = direction === 'rtl' ? ' rtl' : ''
  const box = make('dialog', `box ${mode}${side}`)
  const close = make('button', 'close')
  const scroll = make('div', 'scroll')
  const stage = make('div', 'stage')
  const launch = mode === 'tab' || mode === 'button' ? make('button', `launch ${mode}${side}`) : undefined
  box.style.colorScheme = scheme ?? 'light dark'
  close.textContent = '×'
  scroll.tabIndex = -1
  // Not the close button, which comes first: a dialog begins with what it says.
  scroll.autofocus = true
  const look = () => box.classList.toggle('more', scroll.scrollTop + scroll.clientHeight < scroll.scrollHeight - 20)
  scroll.onscroll = look
  const observer = new ResizeObserver(look)
  for (const one of [scroll, stage]) observer.observe(one)
  close.onclick = () => box.close()
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(BOX_CSS)
  root.adoptedStyleSheets = [sheet]
  scroll.append(stage)
  box.append(close, scroll)
  if (launch) {
    launch.textContent = label
    if (color) Object.assign(launch.style, { background: color, color: inkOn(color) })
    launch.onclick = onLaunch
    root.append(launch)
  }
  root.append(box)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') box.close()
  })
  box.addEventListener('click', ({ target }) => {
    // The scrim belongs to the dialog; everything in the card is an element of its own.
    if (target === box) box.close()
  })
  // A card that came by itself gives the focus back to where the customer came from; `show` and `showModal` do so themselves.
  let before: HTMLElement | null = null
  box.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget as Node)) before = relatedTarget as HTMLElement
  })
  box.addEventListener('close', () => {
    if (launch) launch.hidden = false
    const back = launch ?? before
    back?.focus({ preventScroll: true })
    onClose()
  })
  return {
    stage,
    isOpen: () => box.open,
    show: (isAsked) => {
      if (box.open) return
      if (mode === 'popup') box.showModal()
      else if (isAsked) box.show()
      else box.setAttribute('open', '')
      if (launch) launch.hidden = true
    },
    close: () => box.close(),
    name: (title, word, isRightToLeft) => {
      box.ariaLabel = title
      close.ariaLabel = word
      if (isRightToLeft) close.dir = 'rtl'
    },
  }
}
