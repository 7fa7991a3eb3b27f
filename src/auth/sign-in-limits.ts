import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

// Attempts that succeed are given back: an account is guarded against guessing from many addresses, an address against guessing many accounts.
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

/**
 * Counts an attempt before it is checked, so that a burst of them can't all slip in under the same count. Answers the
 * seconds to wait when the account or the address has had its share; 0 if it may try.
 */
export const takeSignInAttempt = async ({ email, address }: Attempt): Promise<number> => {
  let waitSeconds = 0
  for (const [kind, key] of [
    ['account', email],
    ['address', address],
  ] as const) {
    try {
      await limiters()[kind].consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      waitSeconds = Math.max(waitSeconds, Math.ceil(refusal.msBeforeNext / 1000))
    }
  }
  return waitSeconds
}

/** An attempt that succeeded doesn't count. */
export const forgiveSignIn = async ({ email, address }: Attempt): Promise<void> => {
  await limiters().account.delete(email)
  await limiters().address.reward(address)
}
