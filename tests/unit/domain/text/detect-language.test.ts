import { describe, expect, it } from 'vitest'
import { detectLanguage } from '@/domain/text/detect-language'

describe('the language of a comment', () => {
  it.each([
    ['很好', 'zh'],
    ['iPhone 很好', 'zh'],
    ['iPhone 16 Pro Max 手机壳质量不错', 'zh'],
    ['とても良かったです', 'ja'],
    ['配送が遅かった', 'ja'],
    ['優の良品', 'zh'],
    ['배송이 너무 늦어요', 'ko'],
    ['Доставка опоздала', 'ru'],
    ['التوصيل متأخر', 'ar'],
    ['ส่งช้ามาก', 'th'],
    ['Die Lieferung war sehr langsam und das Paket kaputt', 'de'],
    ['La livraison est très lente et le colis est cassé', 'fr'],
    ['La entrega fue muy lenta y el paquete llegó roto', 'es'],
    ['La consegna non è arrivata e il pacco era rotto', 'it'],
    ['The delivery was late', 'en'],
    ['great', 'en'],
    ['12345 :-)', 'und'],
    ['qwrtz', 'und'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('takes the locale where the words tell nothing', () => {
    expect(detectLanguage('qwrtz', 'fr-CA')).toBe('fr')
    expect(detectLanguage('qwrtz', 'zh-CN')).toBe('und')
    expect(detectLanguage('很好', 'en')).toBe('zh')
  })
})
