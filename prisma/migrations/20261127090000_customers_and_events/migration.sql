-- AlterTable
ALTER TABLE "customers" ADD COLUMN "last_active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "last_answer_at" TIMESTAMPTZ(3),
ADD COLUMN "last_metric" TEXT,
ADD COLUMN "last_value" DECIMAL(18,3),
ADD COLUMN "last_category" TEXT,
ADD COLUMN "open_cases" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "customer_events" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_events_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "customer_events_organization_id_customer_id_occurred_at_id_idx" ON "customer_events"("organization_id", "customer_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "customer_events_organization_id_touchpoint_id_occurred_at_idx" ON "customer_events"("organization_id", "touchpoint_id", "occurred_at");

-- CreateIndex
CREATE INDEX "customers_organization_id_last_active_at_id_idx" ON "customers"("organization_id", "last_active_at", "id");

-- AddForeignKey
ALTER TABLE "customer_events" ADD CONSTRAINT "customer_events_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_events" ADD CONSTRAINT "customer_events_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── by hand from here on ─────────────────────────────────────────────────────

-- What a customer is found by: each run of letters and digits, each Chinese, Japanese or Korean character of its own. The second
-- doesn't call the first: while an index is built, PostgreSQL finds only its own functions.
CREATE FUNCTION customer_split("value" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace("value", '[-@._+/:#()&,;''"\\]+', ' ', 'g'), '([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])', ' \1 ', 'g')
$$;
CREATE FUNCTION customer_words("name" text, "email" text, "external_id" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(
    coalesce("name", '') || ' ' || coalesce("email", '') || ' ' || coalesce("external_id", ''),
    '[-@._+/:#()&,;''"\\]+', ' ', 'g'), '([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])', ' \1 ', 'g'))
$$;
CREATE INDEX "customers_words" ON "customers" USING gin (customer_words("name", "email", "external_id"));

-- The list by value, and who is at risk with all that the sum of their value needs.
CREATE INDEX "customers_by_value" ON "customers" ("organization_id", (coalesce("value", '-infinity'::float8)), "id");
CREATE INDEX "customers_at_risk" ON "customers" ("organization_id", (coalesce("value", '-infinity'::float8)), "id")
  INCLUDE ("value", "last_answer_at", "last_category", "open_cases")
  WHERE "open_cases" > 0 OR "last_category" IN ('detractor', 'dissatisfied');

-- Verified recoveries of a period.
CREATE INDEX "cases_recovered" ON "cases" ("organization_id", "verified_at") INCLUDE ("customer_id") WHERE "is_fixed";

-- Where every customer stands at this moment; from here on each transaction that changes it keeps it true.
UPDATE "customers" c SET
    "last_active_at" = coalesce(greatest(heard."at", told."at"), c."created_at"),
    "last_answer_at" = answer."at", "last_metric" = answer."metric", "last_value" = answer."value", "last_category" = answer."category",
    "open_cases" = coalesce(told."open", 0)
  FROM "customers" same
  LEFT JOIN (SELECT "organization_id", "customer_id", max("submitted_at") AS "at" FROM "responses" WHERE "customer_id" IS NOT NULL GROUP BY 1, 2) AS heard
    ON heard."organization_id" = same."organization_id" AND heard."customer_id" = same."id"
  LEFT JOIN (SELECT "organization_id", "customer_id", max("opened_at") AS "at",
                    count(*) FILTER (WHERE "status" NOT IN ('resolved', 'verified', 'closed')) AS "open"
               FROM "cases" WHERE "customer_id" IS NOT NULL GROUP BY 1, 2) AS told
    ON told."organization_id" = same."organization_id" AND told."customer_id" = same."id"
  LEFT JOIN (SELECT DISTINCT ON (r."organization_id", r."customer_id") r."organization_id", r."customer_id", r."submitted_at" AS "at", s."metric", s."value", s."category"
               FROM "responses" r JOIN "scores" s ON s."organization_id" = r."organization_id" AND s."response_id" = r."id" AND s."metric" IN ('nps', 'csat', 'ces')
              WHERE r."customer_id" IS NOT NULL
              ORDER BY r."organization_id", r."customer_id", r."submitted_at" DESC, r."id" DESC, array_position(ARRAY['nps', 'csat', 'ces'], s."metric")) AS answer
    ON answer."organization_id" = same."organization_id" AND answer."customer_id" = same."id"
 WHERE same."organization_id" = c."organization_id" AND same."id" = c."id";
