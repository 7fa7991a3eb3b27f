import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { paced } from '@/app/(console)/_live/paced'

const page = Object.assign(new EventTarget(), { hidden: false })

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 })
  page.hidden = false
  vi.stubGlobal('document', page)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('paced work', () => {
  it('is done at once, and then once for all that is asked within its spacing', async () => {
    const work = vi.fn()
    const { ask } = paced(work, { spacing: 1000 })
    ask()
    await vi.advanceTimersByTimeAsync(0)
    expect(work).toHaveBeenCalledTimes(1)
    for (let asked = 0; asked < 50; asked++) ask()
    await vi.advanceTimersByTimeAsync(999)
    expect(work).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(work).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('never begins before the last has ended, and does then what was asked meanwhile', async () => {
    let end = () => {}
    const work = vi.fn(() => new Promise<void>((resolve) => (end = resolve)))
    const { ask } = paced(work, { spacing: 1000 })
    ask()
    await vi.advanceTimersByTimeAsync(0)
    ask()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(work).toHaveBeenCalledTimes(1)
    end()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('waits for work that ends elsewhere', async () => {
    const work = vi.fn()
    let busy = true
    const { ask } = paced(work, { spacing: 1000, isBusy: () => busy })
    ask()
    await vi.advanceTimersByTimeAsync(3_500)
    expect(work).not.toHaveBeenCalled()
    busy = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('rests while the page is hidden and catches up once it is looked at', async () => {
    const work = vi.fn()
    const { ask, stop } = paced(work, { spacing: 1000 })
    page.hidden = true
    ask()
    ask()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(work).not.toHaveBeenCalled()
    page.hidden = false
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
    expect(work).toHaveBeenCalledTimes(1)
    stop()
    ask()
    stop()
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(work).toHaveBeenCalledTimes(1)
  })
})
