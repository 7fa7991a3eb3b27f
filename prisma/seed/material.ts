import enCheckout from './material/en/checkout.json'
import enDelivery from './material/en/delivery.json'
import enFrame from './material/en/frame.json'
import enPrice from './material/en/price.json'
import enProduct from './material/en/product.json'
import enReturns from './material/en/returns.json'
import enService from './material/en/service.json'
import enShop from './material/en/shop.json'
import slots from './material/slots.json'
import zhCheckout from './material/zh-CN/checkout.json'
import zhDelivery from './material/zh-CN/delivery.json'
import zhFrame from './material/zh-CN/frame.json'
import zhPrice from './material/zh-CN/price.json'
import zhProduct from './material/zh-CN/product.json'
import zhReturns from './material/zh-CN/returns.json'
import zhService from './material/zh-CN/service.json'
import zhShop from './material/zh-CN/shop.json'

/**
 * Sentence material by language and subject. `{a|b}` takes one of the choices, `<slot>` a word that fits the answer.
 * Both languages have the same subjects and the same topics under them.
 */
export const material = {
  en: {
    checkout: enCheckout,
    delivery: enDelivery,
    price: enPrice,
    product: enProduct,
    returns: enReturns,
    service: enService,
    shop: enShop,
  },
  'zh-CN': {
    checkout: zhCheckout,
    delivery: zhDelivery,
    price: zhPrice,
    product: zhProduct,
    returns: zhReturns,
    service: zhService,
    shop: zhShop,
  },
} as const

export const frames = { en: enFrame, 'zh-CN': zhFrame } as const
export { slots }

type Subjects = (typeof material)['en']
/** `delivery.late`, `price.bad` … */
export type MaterialTopic = { [S in keyof Subjects]: `${S}.${Extract<keyof Subjects[S], string>}` }[keyof Subjects]

export const fragmentsOf = (locale: keyof typeof material, topic: MaterialTopic): readonly string[] => {
  const [subject, name] = topic.split('.') as [keyof Subjects, string]
  const fragments = (material[locale][subject] as Readonly<Record<string, readonly string[]>>)[name]
  if (!fragments) throw new Error(`no sentence material for ${topic} in ${locale}`)
  return fragments
}
