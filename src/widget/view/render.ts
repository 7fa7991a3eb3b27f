// The survey's renderer. Its components are pure functions of their props, so all that is needed is what turns their markup
// into elements and keeps these up to date: no state, no hooks, no contexts.
import type { ComponentChildren } from 'preact'

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown
/** Markup as it is written. */
type Written = { type: string | Component | typeof Fragment; props: Props; kids: readonly unknown[] }
/** An element, or a text (without a tag), with all components worked out. `path` tells it from its siblings, drawing by drawing. */
type Part = { path: string; tag?: string; text: string; props: Props; kids: Part[]; node?: ChildNode }
type Handlers = Record<string, (event: Event) => void>

export const Fragment = (({ children }: Props) => children) as unknown as Component

/** What JSX is compiled to. */
export const h = (type: Written['type'], props: Props | null, ...kids: unknown[]): Written => ({ type, props: props ?? {}, kids })

const isWritten = (value: unknown): value is Written => typeof value === 'object' && value !== null

/** Works components out. What isn't shown keeps its place in the paths of its siblings, so that none is taken for another. */
const workOut = (value: unknown, path: string, into: Part[]): Part[] => {
  if (Array.isArray(value)) {
    value.forEach((one: unknown, index) => {
      workOut(one, `${path}/${(isWritten(one) && one.props?.key) ?? index}`, into)
    })
  } else if (isWritten(value)) {
    const { type, props, kids } = value
    if (typeof type === 'function') workOut(type(kids.length > 0 ? { ...props, children: kids } : props), path, into)
    else into.push({ path, tag: type, text: '', props, kids: workOut(kids, '', []) })
  } else if (value !== undefined && value !== null && typeof value !== 'boolean' && value !== '') {
    // Texts beside each other are one, as they are in a page that a server sent.
    const last = into.at(-1)
    if (last && !last.tag) last.text += value
    else into.push({ path, text: String(value), props: {}, kids: [] })
  }
  return into
}

const handlersOf = new WeakMap<EventTarget, Handlers>()
const handle = (event: Event): void => {
  if (event.currentTarget) handlersOf.get(event.currentTarget)?.[event.type]?.(event)
}

/** What changes as the customer acts: compared with what is there, not with what was drawn before. */
const isLive = ({ tag = '' }: Part, name: string): boolean =>
  name === 'checked' || (name === 'value' && /^(input|textarea)$/.test(tag))

const setProp = (element: Element, name: string, value: unknown): void => {
  if (name.startsWith('on')) {
    const type = name.slice(2).toLowerCase()
    const handlers = handlersOf.get(element) ?? {}
    handlersOf.set(element, handlers)
    if (!handlers[type]) element.addEventListener(type, handle)
    handlers[type] = value as (event: Event) => void
  } else if (name === 'selected') (element as HTMLOptionElement).selected = value === true
  else if (name.startsWith('aria-') && value !== undefined) element.setAttribute(name, String(value))
  else if (value === undefined || value === null || value === false) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** `refs` are called once everything is in its place. */
type Drawing = { refs: (() => void)[]; isTakenOver?: boolean }

const svg = 'http://www.w3.org/2000/svg'

const update = (part: Part, before: Part | undefined, isSvg: boolean, drawing: Drawing): void => {
  const { tag, props, text } = part
  if (!tag) {
    part.node = before?.node ?? document.createTextNode(text)
    if ((part.node as Text).data !== text) (part.node as Text).data = text
    return
  }
  const isInSvg = isSvg || tag === 'svg'
  part.node = before?.node ?? (isInSvg ? document.createElementNS(svg, tag) : document.createElement(tag))
  const element = part.node as Element & Record<string, unknown>
  for (const name of Object.keys({ ...before?.props, ...props })) {
    const value = props[name]
    if (/^(key|ref|children)$/.test(name) || isLive(part, name) || value === before?.props[name]) continue
    // What a server sent is as it should be, but for what only a script can add.
    if (!drawing.isTakenOver || name.startsWith('on')) setProp(element, name, value)
  }
  arrange(element, before?.kids ?? [], part.kids, isInSvg, drawing)
  for (const [name, value] of Object.entries(props)) {
    if (!isLive(part, name)) continue
    // What was given before the script came stands in the form, and is read from there.
    if (value !== undefined && !drawing.isTakenOver && String(element[name]) !== String(value)) element[name] = value
  }
  const { ref } = props as { ref?: ((element: Element) => void) | null }
  if (ref) drawing.refs.push(() => ref(element))
}

/** Brings what is below an element up to date, and in order. */
const arrange = (parent: Node, before: readonly Part[], parts: readonly Part[], isSvg: boolean, drawing: Drawing): void => {
  const left = new Map(before.map((part) => [`${part.tag} ${part.path}`, part]))
  for (const part of parts) {
    const name = `${part.tag} ${part.path}`
    update(part, left.get(name), isSvg, drawing)
    left.delete(name)
  }
  const nodes = parts.map(({ node }) => node)
  for (const { node } of before) if (!nodes.includes(node)) node?.remove()
  let next = parent.firstChild
  for (const node of nodes) {
    if (node === next) next = next?.nextSibling ?? null
    else if (node) parent.insertBefore(node, next)
  }
}

/** The parts whose elements are there already, as a server sent them: `before` of a first drawing. */
const takeOver = (parent: Node, parts: readonly Part[]): Part[] => {
  const nodes = [...parent.childNodes]
  return parts.flatMap((part, index) => {
    const node = nodes[index]
    const isSame = node && (part.tag ? (node as Element).localName === part.tag : node.nodeType === Node.TEXT_NODE)
    return isSame ? [{ ...part, node, props: {}, kids: takeOver(node, part.kids) }] : []
  })
}

const drawn = new WeakMap<Node, Part[]>()
let isDrawing = false
let again: (() => void) | undefined

const draw = (children: ComponentChildren, root: Element, isTakenOver: boolean): void => {
  // An element that goes loses the focus, and says so at once: what follows from that is drawn after.
  if (isDrawing) {
    again = () => draw(children, root, isTakenOver)
    return
  }
  const parts = workOut([children], '', [])
  isDrawing = true
  const drawing: Drawing = { refs: [], isTakenOver }
  arrange(root, isTakenOver ? takeOver(root, parts) : (drawn.get(root) ?? []), parts, false, drawing)
  drawn.set(root, parts)
  for (const call of drawing.refs) call()
  isDrawing = false
  const next = again
  again = undefined
  next?.()
}

export const render = (children: ComponentChildren, root: Element): void => draw(children, root, false)

/** Takes over what a server sent: the same markup, to which only handlers are added. */
export const hydrate = (children: ComponentChildren, root: Element): void => draw(children, root, true)
