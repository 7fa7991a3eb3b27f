// The survey's renderer. Its components are pure functions of their props, so all that is needed is what turns their markup
// into elements and keeps these up to date: no state, no hooks, no contexts.
import type { ComponentChildren } from 'preact'

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown
/** Markup as it is written. */
type Written = { type: string | Component | typeof Fragment; props: Props; kids: readonly unknown[] }
/** An element, or a text (without a tag), with all components worked out. `path` tells it from its siblings, drawing by drawing. */
type Part = { path: string; tag?: string | undefined; text: string; props: Props; kids: Part[]; node?: ChildNode }

export const Fragment = (({ children }: Props) => children) as unknown as Component

/** What JSX is compiled to. */
export const h = (type: Written['type'], props: Props | null, ...kids: unknown[]): Written => ({ type, props: props ?? {}, kids })

const isWritten = (value: unknown): value is Written => typeof value === 'object' && value !== null

/** Works components out. What isn't shown keeps its place in the paths of its siblings, so that none is taken for another. */
const workOut = (value: unknown, path: string, into: Part[]): Part[] => {
  if (Array.isArray(value)) {
    value.forEach((one: unknown, index) => {
      const key = isWritten(one) ? one.props?.key : undefined
      // A key that is a number is no place in the list.
      workOut(one, path + (key === undefined ? `/${index}` : `#${key}`), into)
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

/** What changes as the customer acts: compared with what is there, not with what was drawn before. */
const isLive = ({ tag = '' }: Part, name: string): boolean =>
  name === 'checked' || (name === 'value' && /^(input|textarea)$/.test(tag))

const setProp = (element: Drawn, name: string, value: unknown): void => {
  // What a handler returns means nothing here; the page's own `onclick` would take a false for "don't".
  if (name.startsWith('on'))
    element[name.toLowerCase()] = value && ((event: Event) => void (value as (event: Event) => void)(event))
  else if (name === 'selected') element.selected = value
  else if (value === undefined || value === null || (value === false && !name.startsWith('aria-'))) element.removeAttribute(name)
  else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value))
}

type Drawn = Element & Record<string, unknown>
/** `refs` are called once everything is in its place. */
type Drawing = { refs: (() => void)[]; isTakenOver: boolean }

const svg = 'http://www.w3.org/2000/svg'

/** `there`: what a server sent in its place. */
const update = (part: Part, before: Part | undefined, there: Node | undefined, isSvg: boolean, drawing: Drawing): void => {
  const { tag, props, text } = part
  const isInSvg = isSvg || tag === 'svg'
  const isThere = there?.nodeName.toLowerCase() === (tag ?? '#text')
  const node =
    before?.node ??
    (isThere ? there : tag ? document.createElementNS(isInSvg ? svg : 'http://www.w3.org/1999/xhtml', tag) : new Text())
  part.node = node as ChildNode
  if (!tag) {
    if (node.nodeValue !== text) node.nodeValue = text
    return
  }
  const element = node as Drawn
  for (const name of Object.keys({ ...before?.props, ...props })) {
    const value = props[name]
    if (/^(key|ref|children)$/.test(name) || isLive(part, name) || value === before?.props[name]) continue
    // What a server sent is as it should be, but for what only a script can add.
    if (!isThere || name.startsWith('on')) setProp(element, name, value)
  }
  arrange(element, before?.kids ?? [], part.kids, isInSvg, drawing)
  // What was given before the script came stands in the form, and is read from there.
  for (const [name, value] of Object.entries(props))
    if (isLive(part, name) && value !== undefined && !isThere && String(element[name]) !== String(value)) element[name] = value
  const { ref } = props as { ref?: ((element: Element) => void) | null }
  if (ref) drawing.refs.push(() => ref(element))
}

/** Brings what is below an element up to date, and in order. */
const arrange = (parent: Node, before: readonly Part[], parts: readonly Part[], isSvg: boolean, drawing: Drawing): void => {
  const left = new Map(before.map((part) => [part.tag + part.path, part]))
  // The text in a text field is what it begins with, and no part of its own.
  const there = drawing.isTakenOver && parent.nodeName !== 'TEXTAREA' ? [...parent.childNodes] : []
  const nodes = parts.map((part, index) => {
    const name = part.tag + part.path
    update(part, left.get(name), there[index], isSvg, drawing)
    left.delete(name)
    return part.node as ChildNode
  })
  for (const node of [...before.map((part) => part.node as ChildNode), ...there]) if (!nodes.includes(node)) node.remove()
  let next = parent.firstChild
  for (const node of nodes) {
    if (node === next) next = node.nextSibling
    else parent.insertBefore(node, next)
  }
}

/** What stands below an element; and while it is being changed, what is to stand there next. */
type Root = { parts: Part[]; isChanging?: boolean; next?: [ComponentChildren] | undefined }

const roots = new WeakMap<Element, Root>()

const draw = (children: ComponentChildren, element: Element, isTakenOver: boolean): void => {
  const root = roots.get(element) ?? { parts: [] }
  roots.set(element, root)
  // An element that goes loses the focus, and says so at once: what follows from that is drawn after.
  if (root.isChanging) {
    root.next = [children]
    return
  }
  const parts = workOut(children, '', [])
  const drawing: Drawing = { refs: [], isTakenOver }
  root.isChanging = true
  try {
    arrange(element, root.parts, parts, false, drawing)
  } finally {
    root.isChanging = false
  }
  root.parts = parts
  for (const call of drawing.refs) call()
  const { next } = root
  root.next = undefined
  if (next) draw(next[0], element, false)
}

export const render = (children: ComponentChildren, root: Element): void => draw(children, root, false)

/** Takes over what a server sent: the same markup, to which only handlers are added. */
export const hydrate = (children: ComponentChildren, root: Element): void => draw(children, root, true)
