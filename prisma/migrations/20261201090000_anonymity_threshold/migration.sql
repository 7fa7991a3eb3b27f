-- AlterTable: groups of fewer anonymous answers are not shown
ALTER TABLE "organizations" ADD COLUMN "anonymity_threshold" INTEGER NOT NULL DEFAULT 5 CHECK ("anonymity_threshold" BETWEEN 3 AND 100);

-- CreateIndex: which surveys may hold anonymous answers, told without reading a definition
CREATE INDEX "survey_versions_anonymous_idx" ON "survey_versions"("organization_id", "survey_id") WHERE "definition" @> '{"anonymous": true}';
