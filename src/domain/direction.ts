const rightToLeft = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/i

export const directionOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.test(locale) ? 'rtl' : 'ltr')
