import type pg from 'pg'
import type { Wish } from '../condition/customer-terms'

/** Where more fit, there is no saying that looking for each of their responses costs less than asking each response. */
const most = 100_000

/** The ids of the customers that every wish fits, by an index; null where they are too many to be of use. */
export const findCustomersByTerms = async (
  client: pg.PoolClient,
  organizationId: string,
  wishes: readonly Wish[],
): Promise<string[] | null> => {
  const terms = wishes.map(
    (_, at) =>
      `and customer_terms(c.organization_id, c.attributes) && array(
         select customer_term($1::uuid, $${at * 2 + 2}::text, text) from unnest($${at * 2 + 3}::text[]) as text)`,
  )
  const { rows } = await client.query<{ id: string }>(
    `select c.id from customers c where c.organization_id = $1::uuid ${terms.join(' ')} limit ${most + 1}`,
    [organizationId, ...wishes.flatMap(({ name, texts }) => [name, texts])],
  )
  return rows.length > most ? null : rows.map(({ id }) => id)
}
