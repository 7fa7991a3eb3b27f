-- How a response ended early: `logic` or `quota_full`; null for one that is partial or completed.
ALTER TABLE "responses" ADD COLUMN "ended_by" TEXT;

-- One row for each completed response that counts towards a quota: a quota is full when it has as many as its limit.
CREATE TABLE "quota_places" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "quota" TEXT NOT NULL,
    "response_id" UUID NOT NULL,

    CONSTRAINT "quota_places_pkey" PRIMARY KEY ("organization_id","survey_id","quota","response_id")
);

ALTER TABLE "quota_places" ADD CONSTRAINT "quota_places_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
