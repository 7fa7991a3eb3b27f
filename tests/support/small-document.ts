import { vi } from 'vitest'

type Listener = (event: { type: string; target: SmallNode }) => unknown

/** As much of a browser's document as a renderer touches. It counts what moved, and tells of a focus that is lost. */
export class SmallNode {
  parentNode: SmallNode | null = null
  childNodes: SmallNode[] = []
  nodeValue: string | null = null
  readonly attributes = new Map<string, string>();
  [property: string]: unknown

  constructor(
    readonly nodeName: string,
    readonly namespaceURI: string | null = null,
  ) {}

  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null
  }

  get nextSibling(): SmallNode | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }

  get textContent(): string {
    return this.nodeValue ?? this.childNodes.map((node) => node.textContent).join('')
  }

  remove(): void {
    const siblings = this.parentNode?.childNodes
    if (!siblings) return
    siblings.splice(siblings.indexOf(this), 1)
    this.parentNode = null
    const { focused } = small
    if (!focused || (focused !== this && !this.holds(focused))) return
    small.focused = undefined
    focused.say('blur')
  }

  insertBefore(node: SmallNode, next: SmallNode | null): SmallNode {
    if (node.parentNode) small.moves.push(node)
    node.remove()
    const at = next ? this.childNodes.indexOf(next) : this.childNodes.length
    this.childNodes.splice(at, 0, node)
    node.parentNode = this
    return node
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value)
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }

  focus(): void {
    small.focused = this
  }

  holds(node: SmallNode): boolean {
    return this.childNodes.some((child) => child === node || child.holds(node))
  }

  /** An event of that name, as the element's own handler hears it. */
  say(type: string): unknown {
    return (this[`on${type}`] as Listener | null | undefined)?.({ type, target: this })
  }

  /** The first element of that name below. */
  find(name: string): SmallNode {
    const all = (node: SmallNode): SmallNode[] => node.childNodes.flatMap((child) => [child, ...all(child)])
    const found = all(this).find(({ nodeName }) => nodeName.toLowerCase() === name)
    if (!found) throw new Error(`there is no ${name}`)
    return found
  }

  /** Its markup, attributes in the order of their names. */
  get markup(): string {
    if (this.nodeValue !== null) return this.nodeValue
    const name = this.nodeName.toLowerCase()
    const attributes = [...this.attributes].sort().map(([key, value]) => ` ${key}="${value}"`)
    return `<${name}${attributes.join('')}>${this.childNodes.map((child) => child.markup).join('')}</${name}>`
  }
}

export const small: { focused: SmallNode | undefined; moves: SmallNode[] } = { focused: undefined, moves: [] }

const html = 'http://www.w3.org/1999/xhtml'

export const makeElement = (
  name: string,
  attributes: Record<string, string> = {},
  kids: (SmallNode | string)[] = [],
): SmallNode => {
  const element = new SmallNode(name.toUpperCase(), html)
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value)
    if (key === 'value' || key === 'checked') element[key] = key === 'checked' ? true : value
  }
  for (const kid of kids) element.insertBefore(typeof kid === 'string' ? makeText(kid) : kid, null)
  return element
}

export const makeText = (text = ''): SmallNode => Object.assign(new SmallNode('#text'), { nodeValue: text })

/** Puts it where scripts look for a browser's; `vi.unstubAllGlobals()` takes it away. */
export const stubDocument = (): void => {
  Object.assign(small, { focused: undefined, moves: [] })
  vi.stubGlobal('document', {
    createElementNS: (space: string, name: string) => new SmallNode(space === html ? name.toUpperCase() : name, space),
  })
  vi.stubGlobal(
    'Text',
    class extends SmallNode {
      constructor() {
        super('#text')
        this.nodeValue = ''
      }
    },
  )
}
