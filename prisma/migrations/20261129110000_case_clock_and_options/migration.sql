-- AlterTable
ALTER TABLE "organizations" ADD COLUMN "case_policy" JSONB;

-- AlterTable: a case that has just been opened or changed is looked at at once
ALTER TABLE "cases" ADD COLUMN "sla_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "sla_level" INTEGER NOT NULL DEFAULT 0;

-- What ran out before anybody kept the clocks, and what is done, is left alone
UPDATE "cases" SET "sla_at" = NULL
 WHERE "status" NOT IN ('open', 'acknowledged', 'in_progress', 'waiting') OR "due_at" < now();

-- CreateIndex
CREATE INDEX "cases_sla_at_idx" ON "cases"("sla_at") WHERE "sla_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "cases_running_idx" ON "cases"("organization_id", (coalesce("due_at", 'infinity')), "number")
 WHERE "status" IN ('open', 'acknowledged', 'in_progress', 'waiting');

-- CreateTable
CREATE TABLE "case_options" (
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_options_pkey" PRIMARY KEY ("organization_id","kind","key")
);

-- AddForeignKey
ALTER TABLE "case_options" ADD CONSTRAINT "case_options_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "cases_organization_id_touchpoint_id_opened_at_idx" ON "cases"("organization_id", "touchpoint_id", "opened_at");

-- CreateIndex
CREATE INDEX "cases_organization_id_resolved_at_idx" ON "cases"("organization_id", "resolved_at");
