-- How many responses a survey has, how many of them are complete and under which version each was given, is counted from the index alone.
DROP INDEX "responses_organization_id_survey_id_submitted_at_id_idx";
CREATE INDEX "responses_organization_id_survey_id_submitted_at_id_idx" ON "responses"("organization_id", "survey_id", "submitted_at", "id") INCLUDE ("status", "version");

-- Few answers alert anybody: how long it took until somebody knew is looked for among those.
CREATE INDEX "responses_alerted_idx" ON "responses"("organization_id", "submitted_at") WHERE "alerted_at" IS NOT NULL;
