-- Customers found by what their attributes say, as conditions compare texts (src/store/condition): one term for each text or
-- yes-or-no of an attribute, or of a list in one. Of long ones the beginnings do: nobody looks for those by terms.
-- The search path is fixed since, while an index is built, PostgreSQL finds only its own functions.
CREATE FUNCTION customer_term("organization_id" uuid, "name" text, "value" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT "organization_id"::text || length("name") || ':' || left("name", 64) || left(condition_fold("value"), 64)
$$;

CREATE FUNCTION customer_terms("organization_id" uuid, "attributes" jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
  SELECT coalesce(array_agg(DISTINCT customer_term("organization_id", attribute.key, one.value #>> '{}')), '{}')
    FROM jsonb_each("attributes") AS attribute(key, value)
   CROSS JOIN LATERAL jsonb_array_elements(
     CASE jsonb_typeof(attribute.value) WHEN 'array' THEN attribute.value ELSE jsonb_build_array(attribute.value) END
   ) AS one(value)
   WHERE jsonb_typeof(one.value) IN ('string', 'boolean')
$$;

CREATE INDEX "customers_terms" ON "customers" USING gin (customer_terms("organization_id", "attributes"));
