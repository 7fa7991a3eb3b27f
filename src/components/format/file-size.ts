/** Bytes as people say them: `12.3 kB`, `4.5 MB`. */
export const fileSize = (bytes: number, locale: string): string => {
  const [value, unit] =
    bytes < 1_000_000
      ? [bytes / 1_000, 'kilobyte']
      : bytes < 1_000_000_000
        ? [bytes / 1_000_000, 'megabyte']
        : [bytes / 1_000_000_000, 'gigabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}
