-- AlterTable: whether the customer says it is mended
ALTER TABLE "cases" ADD COLUMN "verify_at" TIMESTAMPTZ(3),
ADD COLUMN "asked_sequence" INTEGER,
ADD COLUMN "verdict" BOOLEAN,
ADD COLUMN "verdict_at" TIMESTAMPTZ(3);

-- The last word on each case so far. Cases that are resolved already are left alone: nobody is asked about them.
UPDATE "cases" c SET "verdict" = last.fixed, "verdict_at" = last.at
  FROM (SELECT DISTINCT ON ("organization_id", "case_id") "organization_id", "case_id", ("data"->>'fixed')::boolean AS fixed, "at"
          FROM "case_events" WHERE "type" = 'verify' ORDER BY "organization_id", "case_id", "sequence" DESC) AS last
 WHERE c."organization_id" = last."organization_id" AND c."id" = last."case_id";

-- An organization's own way of following cases says how customers are asked
UPDATE "organizations" SET "case_policy" = "case_policy" || '{"verification": {"silenceDays": 7, "afterHours": 24}}'
 WHERE "case_policy" IS NOT NULL;

-- CreateIndex
CREATE INDEX "cases_verify_at_idx" ON "cases"("verify_at") WHERE "verify_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "cases_organization_id_verdict_at_idx" ON "cases"("organization_id", "verdict_at");
