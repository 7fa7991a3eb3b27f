-- ── exports ──
-- A file of responses that somebody asked for: what is in it, how far it is, and when it goes. The row stays as the record of who took what.
CREATE TABLE "exports" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "has_customers" BOOLEAN NOT NULL,
    "asked" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT,
    "file_id" UUID,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "downloads" INTEGER NOT NULL DEFAULT 0,
    "downloaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE INDEX "exports_organization_id_by_created_at_id_idx" ON "exports"("organization_id", "by", "created_at", "id");
CREATE INDEX "exports_organization_id_created_at_id_idx" ON "exports"("organization_id", "created_at", "id");
-- What workers and sweeps look for, over all organizations: few rows at any time.
CREATE INDEX "exports_due" ON "exports" ("created_at") WHERE "state" IN ('waiting', 'running');
CREATE INDEX "exports_with_file" ON "exports" ("expires_at") WHERE "file_id" IS NOT NULL;

ALTER TABLE "exports" ADD CONSTRAINT "exports_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── rebuilds ──
-- A recount of rollups, slice by slice: a survey's month at a time. `position` is the last slice that is done.
CREATE TABLE "rollup_rebuilds" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "survey_id" UUID,
    "touchpoint_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "position" TEXT,
    "mended" INTEGER NOT NULL DEFAULT 0,
    "rollups" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rollup_rebuilds_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE INDEX "rollup_rebuilds_organization_id_created_at_idx" ON "rollup_rebuilds"("organization_id", "created_at");
CREATE INDEX "rollup_rebuilds_due" ON "rollup_rebuilds" ("created_at") WHERE "state" IN ('waiting', 'running');
-- One at a time in an organization: a second one would count the same again.
CREATE UNIQUE INDEX "rollup_rebuilds_one_open" ON "rollup_rebuilds" ("organization_id") WHERE "state" IN ('waiting', 'running');

ALTER TABLE "rollup_rebuilds" ADD CONSTRAINT "rollup_rebuilds_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rollup_rebuilds" ADD CONSTRAINT "rollup_rebuilds_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rollup_rebuilds" ADD CONSTRAINT "rollup_rebuilds_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The scores of a survey's days, for recounting them. Equal keys share an entry, so it is small.
CREATE INDEX "scores_organization_id_survey_id_day_idx" ON "scores"("organization_id", "survey_id", "day");
