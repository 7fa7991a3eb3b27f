/**
 * What an event is called and what else it says. A `name` among its attributes is its name, as the embed's events have one;
 * `order_delivered` reads as "Order delivered".
 */
export const eventWords = (attributes: Readonly<Record<string, unknown>>): { name: string | null; rest: [string, string][] } => {
  const { name, ...rest } = attributes
  const isNamed = typeof name === 'string' && name.trim() !== ''
  const told = isNamed ? rest : attributes
  const words = isNamed ? name.trim().replaceAll('_', ' ') : null
  return {
    name: words && words.charAt(0).toUpperCase() + words.slice(1),
    rest: Object.entries(told).flatMap(([key, value]): [string, string][] =>
      value === null || value === '' ? [] : [[key, String(value)]],
    ),
  }
}
