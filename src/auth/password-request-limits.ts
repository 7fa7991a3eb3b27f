import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const limits = { account: { points: 3, duration: 3600 }, address: { points: 10, duration: 3600 } } as const

type Limiters = Record<keyof typeof limits, RateLimiterMemory>

const slot = Symbol.for('earshot.password-request-limits')
const store = globalThis as { [slot]?: Limiters }

// The web process holds this module twice (inside and outside the framework's bundle), and both must count together.
const limiters = (): Limiters => {
  store[slot] ??= {
    account: new RateLimiterMemory({ keyPrefix: 'password-account', ...limits.account }),
    address: new RateLimiterMemory({ keyPrefix: 'password-address', ...limits.address }),
  }
  return store[slot]
}

const take = async (kind: keyof typeof limits, key: string): Promise<boolean> => {
  try {
    await limiters()[kind].consume(key)
    return true
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return false
  }
}

/**
 * Whether a mail may be asked for. `silent` when the mailbox has had its share: it is told to nobody, since only known
 * addresses could be told apart by it otherwise.
 */
export const takePasswordRequest = async (who: {
  email: string
  address: string
}): Promise<'allowed' | 'silent' | 'too_many'> => {
  if (!(await take('address', who.address))) return 'too_many'
  return (await take('account', who.email)) ? 'allowed' : 'silent'
}
