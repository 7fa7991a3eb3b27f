import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

// Failed attempts only: an account is guarded against guessing from many addresses, an address against guessing many accounts.
const limits = { account: { points: 8, duration: 900 }, address: { points: 40, duration: 900 } } as const

type Limiters = Record<keyof typeof limits, RateLimiterMemory>

const slot = Symbol.for('earshot.sign-in-limits')
const store = globalThis as { [slot]?: Limiters }

// The web process holds this module twice (inside and outside the framework's bundle), and both must count together.
const limiters = (): Limiters => {
  store[slot] ??= {
    account: new RateLimiterMemory({ keyPrefix: 'account', ...limits.account }),
    address: new RateLimiterMemory({ keyPrefix: 'address', ...limits.address }),
  }
  return store[slot]
}

type Attempt = { email: string; address: string }

const waitSeconds = async (kind: keyof typeof limits, key: string): Promise<number> => {
  const used = await limiters()[kind].get(key)
  return used && used.consumedPoints >= limits[kind].points ? Math.ceil(used.msBeforeNext / 1000) : 0
}

/** How many seconds this account or address has to wait before it may try again; 0 if it may now. */
export const signInWaitSeconds = async ({ email, address }: Attempt): Promise<number> =>
  Math.max(await waitSeconds('account', email), await waitSeconds('address', address))

export const countFailedSignIn = async ({ email, address }: Attempt): Promise<void> => {
  for (const [kind, key] of [
    ['account', email],
    ['address', address],
  ] as const) {
    try {
      await limiters()[kind].consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
    }
  }
}

export const forgetFailedSignIns = async (email: string): Promise<void> => {
  await limiters().account.delete(email)
}
