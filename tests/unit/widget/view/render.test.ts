import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Fragment, h, hydrate, render } from '@/widget/view/render'
import { makeElement, makeText, type SmallNode, small, stubDocument } from '~tests/support/small-document'

beforeEach(stubDocument)
afterEach(() => vi.unstubAllGlobals())

const asRoot = (node: SmallNode) => node as unknown as Element
const makeRoot = () => makeElement('div')
const draw = (root: SmallNode, ...kids: unknown[]) => render(kids, asRoot(root))
const inside = (root: SmallNode) => root.childNodes.map(({ markup }) => markup).join('')

const Item = ({ name, children }: { name?: unknown; children?: unknown }) => h('li', { id: name }, children)
const List = () =>
  h(
    Fragment,
    null,
    h('b', null, 'first'),
    ['a', 'b'].map((name) => h(Item as never, { key: name, name }, name.toUpperCase())),
  )
const Broken = () => {
  throw new Error('a fault of its own')
}

describe('what is drawn', () => {
  it('is the markup of components, fragments and lists, without what isn’t shown', () => {
    const root = makeRoot()
    draw(root, h(List as never, null), null, undefined, false, true, '', 0)
    expect(inside(root)).toBe('<b>first</b><li id="a">A</li><li id="b">B</li>0')
  })

  it('has attributes for true, none for false, null and undefined; what readers are told is said either way', () => {
    const root = makeRoot()
    draw(root, h('p', { hidden: true, id: undefined, title: null, draggable: false, 'aria-busy': false, 'aria-live': true }))
    expect(inside(root)).toBe('<p aria-busy="false" aria-live="true" hidden=""></p>')
    draw(root, h('p', { hidden: false, id: 'now', 'aria-busy': true }))
    expect(inside(root)).toBe('<p aria-busy="true" id="now"></p>')
  })

  it('joins texts beside each other, and draws them again as one', () => {
    const root = makeRoot()
    draw(root, 'Page ', 2, ' of ', 3)
    expect(root.childNodes).toHaveLength(1)
    const [text] = root.childNodes
    draw(root, 'Page ', 3, ' of ', 3)
    expect(root.childNodes).toEqual([text])
    expect(root.textContent).toBe('Page 3 of 3')
  })

  it('has pictures in their own namespace, with names as they are written', () => {
    const root = makeRoot()
    draw(root, h('svg', { viewBox: '0 0 9 9' }, h('g', null, h('path', { d: 'M0 0' }))), h('p', null))
    for (const name of ['svg', 'g', 'path']) expect(root.find(name).namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(root.find('p').namespaceURI).toBe('http://www.w3.org/1999/xhtml')
    expect(root.find('svg').attributes.get('viewBox')).toBe('0 0 9 9')
  })
})

describe('what is drawn again', () => {
  const list = (...keys: unknown[]) =>
    h(
      'ul',
      null,
      keys.map((key) => h('li', { key }, String(key))),
    )
  const items = (root: SmallNode) => root.find('ul').childNodes

  it('stays the same element, changed where it differs', () => {
    const root = makeRoot()
    draw(root, h('p', { class: 'a', id: 'x' }, 'one'))
    const [element] = root.childNodes
    draw(root, h('p', { class: 'b' }, 'two'))
    expect(root.childNodes).toEqual([element])
    expect(inside(root)).toBe('<p class="b">two</p>')
  })

  it('is another element where its name is another', () => {
    const root = makeRoot()
    draw(root, h('p', null, 'one'))
    draw(root, h('h2', null, 'one'))
    expect(inside(root)).toBe('<h2>one</h2>')
  })

  it('follows its key through any order, with what is added and what goes', () => {
    const root = makeRoot()
    const orders = [['a', 'b', 'c', 'd'], ['d', 'a', 'c', 'b'], ['c', 'e', 'a'], [], ['a', 'c'], ['c', 'a', 'b']]
    const seen = new Map<string, SmallNode>()
    for (const order of orders) {
      draw(root, list(...order))
      expect(items(root).map(({ textContent }) => textContent)).toEqual(order)
      for (const node of items(root)) {
        const known = seen.get(node.textContent)
        if (known) expect(node).toBe(known)
      }
      seen.clear()
      for (const node of items(root)) seen.set(node.textContent, node)
    }
  })

  it('takes a key that is a number for no place in the list', () => {
    const root = makeRoot()
    const drawn = () => draw(root, h('ul', null, [h('li', { key: 1 }, 'one'), h('li', null, 'second')]))
    drawn()
    const before = [...items(root)]
    drawn()
    expect(items(root)).toEqual(before)
    items(root).forEach((node, at) => {
      expect(node).toBe(before[at])
    })
  })

  it('has an element for each, even where two have one key', () => {
    const root = makeRoot()
    for (const order of [['a', 'a'], ['a', 'a', 'b'], ['a']]) {
      draw(root, list(...order))
      expect(items(root).map(({ textContent }) => textContent)).toEqual(order)
    }
  })

  it('isn’t touched where it is as it was', () => {
    const root = makeRoot()
    draw(root, h('p', { class: 'same', hidden: true }))
    const element = root.find('p')
    element.setAttribute('hidden', 'by somebody else')
    const set = vi.spyOn(element, 'setAttribute')
    draw(root, h('p', { class: 'same', hidden: true }))
    expect(set).not.toHaveBeenCalled()
  })

  it('keeps its place when a sibling before it comes or goes', () => {
    const root = makeRoot()
    const withNote = (note: unknown) => draw(root, note && h('p', { role: 'alert' }, note), h('p', { id: 'field' }))
    withNote(undefined)
    const field = root.childNodes[0]
    withNote('Not yet')
    expect(root.childNodes[1]).toBe(field)
    withNote(undefined)
    expect(root.childNodes).toEqual([field])
  })

  it('moves nothing that keeps its order, so the focus stays where it is', () => {
    const root = makeRoot()
    draw(root, list('a', 'b', 'c'))
    const [, focused] = items(root)
    focused?.focus()
    draw(root, list('new', 'a', 'b', 'c', 'last'))
    draw(root, list('b', 'c'))
    expect(small.moves).toEqual([])
    expect(small.focused).toBe(focused)
  })

  it('is drawn once more when what goes says that it lost the focus', () => {
    const root = makeRoot()
    const told = vi.fn(() => draw(root, h('p', null, 'left'), h('b', null, 'new')))
    draw(root, h('input', { onBlur: told }), h('p', null, 'there'))
    root.find('input').focus()
    draw(root, undefined, h('p', null, 'there'))
    expect(told).toHaveBeenCalledTimes(1)
    expect(inside(root)).toBe('<p>left</p><b>new</b>')
    draw(root, h('i', null, 'last'))
    expect(inside(root)).toBe('<i>last</i>')
  })

  it('waits only for its own root', () => {
    const [one, other] = [makeRoot(), makeRoot()]
    draw(one, h('input', { onBlur: () => draw(other, 'told') }))
    one.find('input').focus()
    draw(one)
    expect([one.textContent, other.textContent]).toEqual(['', 'told'])
  })

  it('goes on after a drawing that failed', () => {
    const root = makeRoot()
    expect(() => draw(root, h(Broken as never, null))).toThrow('a fault of its own')
    vi.spyOn(document, 'createElementNS').mockImplementation(() => {
      throw new Error('no element')
    })
    expect(() => draw(root, h('p', null))).toThrow('no element')
    stubDocument()
    draw(root, h('p', null, 'well'))
    expect(inside(root)).toBe('<p>well</p>')
  })
})

describe('fields', () => {
  const field = (value: unknown) => h('input', { value })

  it('have the value that is drawn even where the customer wrote another since', () => {
    const root = makeRoot()
    draw(root, field('one'))
    const input = root.find('input')
    input.value = 'one and more'
    draw(root, field('one'))
    expect(input.value).toBe('one')
  })

  it('aren’t written to while they say the same, which would move the caret', () => {
    const root = makeRoot()
    draw(root, field(7))
    const input = root.find('input')
    const written = vi.fn()
    Object.defineProperty(input, 'value', { get: () => '7', set: written })
    draw(root, field('7'))
    expect(written).not.toHaveBeenCalled()
    draw(root, field('8'))
    expect(written).toHaveBeenCalledWith('8')
  })

  it('keep what they have where no value is drawn', () => {
    const root = makeRoot()
    draw(root, field(undefined))
    root.find('input').value = 'typed'
    draw(root, field(undefined))
    expect(root.find('input').value).toBe('typed')
  })

  it('are ticked as drawn, whatever was pressed', () => {
    const root = makeRoot()
    draw(root, h('input', { type: 'checkbox', checked: false }))
    const box = root.find('input')
    box.checked = true
    draw(root, h('input', { type: 'checkbox', checked: false }))
    expect(box.checked).toBe(false)
    expect(box.attributes.has('checked')).toBe(false)
  })

  it('know their limits before their value', () => {
    const root = makeRoot()
    draw(root, h('input', { value: 80, type: 'range', max: 100 }))
    const input = root.find('input')
    expect([...input.attributes.keys()]).toEqual(['type', 'max'])
    expect(input.value).toBe(80)
  })

  it('of a list are chosen by the option; an option’s value is an attribute', () => {
    const root = makeRoot()
    const lists = (chosen: string) =>
      h(
        'select',
        null,
        ['a', 'b'].map((value) => h('option', { key: value, value, selected: value === chosen }, value)),
      )
    draw(root, lists('a'))
    draw(root, lists('b'))
    expect(root.find('select').childNodes.map((option) => [option.attributes.get('value'), option.selected])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })
})

describe('handlers and refs', () => {
  it('are those of the last drawing; what they return stops nothing', () => {
    const root = makeRoot()
    const [first, second] = [vi.fn(() => false), vi.fn()]
    draw(root, h('button', { onClick: first }))
    const button = root.find('button')
    expect(button.say('click')).toBeUndefined()
    draw(root, h('button', { onClick: second }))
    button.say('click')
    expect(first).toHaveBeenCalledTimes(1)
    expect(second).toHaveBeenCalledTimes(1)
    draw(root, h('button', { onClick: undefined }))
    button.say('click')
    draw(root, h('button', {}))
    button.say('click')
    expect(second).toHaveBeenCalledTimes(1)
  })

  it('are told of the element once everything is in its place, at every drawing', () => {
    const root = makeRoot()
    const seen: unknown[] = []
    const ref = (element: SmallNode) => seen.push([element.nodeName, element.parentNode?.childNodes.length, root.textContent])
    draw(root, h('p', { ref }), h('p', null, 'below'))
    draw(root, h('p', { ref }), h('p', null, 'changed'))
    draw(root, h('p', { ref: null }))
    expect(seen).toEqual([
      ['P', 2, 'below'],
      ['P', 2, 'changed'],
    ])
  })
})

describe('taking over what a server sent', () => {
  const take = (root: SmallNode, ...kids: unknown[]) => hydrate(kids, asRoot(root))

  it('keeps every element and adds handlers alone', () => {
    const input = makeElement('input', { type: 'checkbox', value: 'yes' })
    const root = makeElement('div', {}, [makeElement('label', { class: 'from the server' }, [input, 'Yes, please'])])
    const before = inside(root)
    const onInput = vi.fn()
    take(root, h('label', { class: 'ours' }, h('input', { type: 'checkbox', value: 'yes', onInput }), 'Yes', ', ', 'please'))
    expect(inside(root)).toBe(before)
    expect(root.find('input')).toBe(input)
    input.say('input')
    expect(onInput).toHaveBeenCalledTimes(1)
  })

  it('leaves what was typed and ticked before the script came', () => {
    const [text, box] = [makeElement('input'), makeElement('input', { type: 'checkbox' })]
    const area = makeElement('textarea', {}, ['from the server'])
    const root = makeElement('div', {}, [text, box, area])
    Object.assign(text, { value: 'typed' })
    Object.assign(box, { checked: true })
    Object.assign(area, { value: 'written' })
    take(
      root,
      h('input', { value: '' }),
      h('input', { type: 'checkbox', checked: false }),
      h('textarea', { value: 'from the server' }),
    )
    expect([text.value, box.checked, area.value]).toEqual(['typed', true, 'written'])
    // Its text is what the field began with, and goes back to when the form is reset.
    expect(area.textContent).toBe('from the server')
  })

  it('goes on from there: the next drawing changes what differs', () => {
    const root = makeElement('div', {}, [makeElement('p', { class: 'a' }, ['one']), makeElement('p', {}, ['gone'])])
    const [kept] = root.childNodes
    const input = h('input', { value: '' })
    take(root, h('p', { class: 'a' }, 'one'), h('p', null, 'gone'))
    draw(root, h('p', { class: 'b' }, 'two'), undefined, input)
    expect(root.childNodes[0]).toBe(kept)
    expect(inside(root)).toBe('<p class="b">two</p><input></input>')
  })

  it('ends with what it draws where the page is another: changed by an extension, or of another version', () => {
    const root = makeElement('div', {}, [
      makeElement('font', {}, ['foreign']),
      makeElement('p'),
      makeText('rest'),
      makeElement('i'),
    ])
    take(root, h('p', { id: 'mine' }, 'text'), 'end')
    expect(inside(root)).toBe('<p id="mine">text</p>end')
  })
})
