-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "installations" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "demo_loaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "installations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "business_hours" JSONB,
    "holidays" TEXT[],
    "case_counter" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "teams" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("organization_id","team_id","member_id")
);

-- CreateTable
CREATE TABLE "journeys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journeys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "stages" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "journey_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "phase" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "stages_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "touchpoints" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "stage_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "dimension" TEXT,
    "owner_member_id" UUID,
    "owner_team_id" UUID,
    "standard_metric" TEXT,
    "standard_target" DOUBLE PRECISION,
    "standard_response_hours" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touchpoints_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "surveys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "published_version" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "survey_versions" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_versions_pkey" PRIMARY KEY ("organization_id","survey_id","number")
);

-- CreateTable
CREATE TABLE "customers" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "name" TEXT,
    "locale" TEXT,
    "value" DOUBLE PRECISION,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "responses" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "customer_id" UUID,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "scored_revision" INTEGER NOT NULL DEFAULT 0,
    "evaluated_revision" INTEGER NOT NULL DEFAULT 0,
    "can_alert" BOOLEAN NOT NULL DEFAULT true,
    "answers" JSONB NOT NULL,
    "locale" TEXT,
    "channel" TEXT,
    "source" TEXT,
    "context" JSONB NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "score_due_at" TIMESTAMPTZ(3) NOT NULL,
    "scored_at" TIMESTAMPTZ(3),
    "alerted_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "responses_pkey" PRIMARY KEY ("organization_id","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "answers" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "survey_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" DOUBLE PRECISION,
    "text" TEXT,
    "choices" TEXT[],
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("organization_id","response_id","question")
) PARTITION BY RANGE ("response_id");

-- CreateTable
CREATE TABLE "scores" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" DECIMAL(18,3) NOT NULL,
    "category" TEXT,
    "survey_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "day" CHAR(10) NOT NULL,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("organization_id","response_id","metric")
) PARTITION BY RANGE ("response_id");

-- CreateTable
CREATE TABLE "text_insights" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sentiment" DECIMAL(4,3) NOT NULL,
    "label" TEXT NOT NULL,
    "confidence" DECIMAL(4,3) NOT NULL,
    "topics" JSONB NOT NULL,
    "keywords" TEXT[],

    CONSTRAINT "text_insights_pkey" PRIMARY KEY ("organization_id","response_id","question")
) PARTITION BY RANGE ("response_id");

-- CreateTable
CREATE TABLE "rollups" (
    "organization_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "survey_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "day" CHAR(10) NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "low" INTEGER NOT NULL,
    "middle" INTEGER NOT NULL,
    "high" INTEGER NOT NULL,
    "sum" DECIMAL(30,3) NOT NULL,
    "sum_squares" DECIMAL(36,6) NOT NULL,
    "c0" INTEGER NOT NULL,
    "c1" INTEGER NOT NULL,
    "c2" INTEGER NOT NULL,
    "c3" INTEGER NOT NULL,
    "c4" INTEGER NOT NULL,
    "c5" INTEGER NOT NULL,
    "c6" INTEGER NOT NULL,
    "c7" INTEGER NOT NULL,
    "c8" INTEGER NOT NULL,
    "c9" INTEGER NOT NULL,
    "c10" INTEGER NOT NULL,

    CONSTRAINT "rollups_pkey" PRIMARY KEY ("organization_id","metric","survey_id","touchpoint_id","day","channel")
);

-- CreateTable
CREATE TABLE "alert_rules" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_base" TEXT NOT NULL,
    "response_id" UUID,
    "customer_id" UUID,
    "touchpoint_id" UUID NOT NULL,
    "case_id" UUID,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "muted_reason" TEXT,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "owner_member_id" UUID,
    "owner_team_id" UUID,
    "customer_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "remaining_minutes" DOUBLE PRECISION,
    "acknowledged_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "root_cause" TEXT,
    "is_fixed" BOOLEAN,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "case_events" (
    "organization_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("organization_id","case_id","sequence")
);

-- CreateTable
CREATE TABLE "case_responses" (
    "organization_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,

    CONSTRAINT "case_responses_pkey" PRIMARY KEY ("organization_id","case_id","response_id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "recipient_name" TEXT,
    "locale" TEXT NOT NULL,
    "alert_id" UUID,
    "case_id" UUID,
    "response_id" UUID,
    "status" TEXT NOT NULL,
    "mode" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "delivery_attempts" (
    "organization_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "error" TEXT,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("organization_id","delivery_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "organizations_key_key" ON "organizations"("key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organization_id_user_id_key" ON "members"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "teams_organization_id_key_key" ON "teams"("organization_id", "key");

-- CreateIndex
CREATE INDEX "team_members_organization_id_member_id_idx" ON "team_members"("organization_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "journeys_organization_id_key_key" ON "journeys"("organization_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "stages_organization_id_journey_id_key_key" ON "stages"("organization_id", "journey_id", "key");

-- CreateIndex
CREATE INDEX "touchpoints_organization_id_stage_id_idx" ON "touchpoints"("organization_id", "stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "touchpoints_organization_id_key_key" ON "touchpoints"("organization_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "surveys_slug_key" ON "surveys"("slug");

-- CreateIndex
CREATE INDEX "surveys_organization_id_touchpoint_id_idx" ON "surveys"("organization_id", "touchpoint_id");

-- CreateIndex
CREATE UNIQUE INDEX "surveys_organization_id_key_key" ON "surveys"("organization_id", "key");

-- CreateIndex
CREATE INDEX "customers_organization_id_email_idx" ON "customers"("organization_id", "email");

-- CreateIndex
CREATE INDEX "customers_organization_id_phone_idx" ON "customers"("organization_id", "phone");

-- CreateIndex
CREATE UNIQUE INDEX "customers_organization_id_external_id_key" ON "customers"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "responses_organization_id_submitted_at_id_idx" ON "responses"("organization_id", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "responses_organization_id_survey_id_submitted_at_id_idx" ON "responses"("organization_id", "survey_id", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "responses_organization_id_touchpoint_id_submitted_at_id_idx" ON "responses"("organization_id", "touchpoint_id", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "responses_organization_id_customer_id_submitted_at_idx" ON "responses"("organization_id", "customer_id", "submitted_at");

-- CreateIndex
CREATE INDEX "answers_organization_id_survey_id_question_submitted_at_idx" ON "answers"("organization_id", "survey_id", "question", "submitted_at");

-- CreateIndex
CREATE INDEX "rollups_organization_id_metric_day_idx" ON "rollups"("organization_id", "metric", "day");

-- CreateIndex
CREATE INDEX "rollups_organization_id_metric_touchpoint_id_day_idx" ON "rollups"("organization_id", "metric", "touchpoint_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "alert_rules_organization_id_key_key" ON "alert_rules"("organization_id", "key");

-- CreateIndex
CREATE INDEX "alerts_organization_id_rule_id_subject_base_raised_at_idx" ON "alerts"("organization_id", "rule_id", "subject_base", "raised_at");

-- CreateIndex
CREATE INDEX "alerts_organization_id_raised_at_id_idx" ON "alerts"("organization_id", "raised_at", "id");

-- CreateIndex
CREATE INDEX "alerts_organization_id_response_id_idx" ON "alerts"("organization_id", "response_id");

-- CreateIndex
CREATE INDEX "alerts_organization_id_case_id_idx" ON "alerts"("organization_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "alerts_organization_id_rule_id_subject_key" ON "alerts"("organization_id", "rule_id", "subject");

-- CreateIndex
CREATE INDEX "cases_organization_id_status_due_at_idx" ON "cases"("organization_id", "status", "due_at");

-- CreateIndex
CREATE INDEX "cases_organization_id_opened_at_id_idx" ON "cases"("organization_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "cases_organization_id_owner_member_id_status_idx" ON "cases"("organization_id", "owner_member_id", "status");

-- CreateIndex
CREATE INDEX "cases_organization_id_customer_id_idx" ON "cases"("organization_id", "customer_id");

-- CreateIndex
CREATE INDEX "cases_organization_id_touchpoint_id_status_idx" ON "cases"("organization_id", "touchpoint_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "cases_organization_id_number_key" ON "cases"("organization_id", "number");

-- CreateIndex
CREATE INDEX "case_events_organization_id_type_at_idx" ON "case_events"("organization_id", "type", "at");

-- CreateIndex
CREATE INDEX "case_responses_organization_id_response_id_idx" ON "case_responses"("organization_id", "response_id");

-- CreateIndex
CREATE INDEX "deliveries_organization_id_created_at_id_idx" ON "deliveries"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "deliveries_organization_id_status_created_at_idx" ON "deliveries"("organization_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "deliveries_organization_id_case_id_idx" ON "deliveries"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "deliveries_organization_id_response_id_idx" ON "deliveries"("organization_id", "response_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_organization_id_key_key" ON "deliveries"("organization_id", "key");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_organization_id_journey_id_fkey" FOREIGN KEY ("organization_id", "journey_id") REFERENCES "journeys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_organization_id_stage_id_fkey" FOREIGN KEY ("organization_id", "stage_id") REFERENCES "stages"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_organization_id_owner_member_id_fkey" FOREIGN KEY ("organization_id", "owner_member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_organization_id_owner_team_id_fkey" FOREIGN KEY ("organization_id", "owner_team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_survey_id_version_fkey" FOREIGN KEY ("organization_id", "survey_id", "version") REFERENCES "survey_versions"("organization_id", "survey_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organization_id_rule_id_fkey" FOREIGN KEY ("organization_id", "rule_id") REFERENCES "alert_rules"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "cases"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_owner_member_id_fkey" FOREIGN KEY ("organization_id", "owner_member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_owner_team_id_fkey" FOREIGN KEY ("organization_id", "owner_team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "cases"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_responses" ADD CONSTRAINT "case_responses_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "cases"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_responses" ADD CONSTRAINT "case_responses_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_alert_id_fkey" FOREIGN KEY ("organization_id", "alert_id") REFERENCES "alerts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_organization_id_delivery_id_fkey" FOREIGN KEY ("organization_id", "delivery_id") REFERENCES "deliveries"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── by hand from here on ─────────────────────────────────────────────────────

-- Everything that isn't a UUID v7 of a prepared month lives in the default partitions.
CREATE TABLE "responses_default" PARTITION OF "responses" DEFAULT;
CREATE TABLE "answers_default" PARTITION OF "answers" DEFAULT;
CREATE TABLE "scores_default" PARTITION OF "scores" DEFAULT;
CREATE TABLE "text_insights_default" PARTITION OF "text_insights" DEFAULT;

-- A response's rows share its partition's bounds, so their foreign key goes from partition to partition: checked against
-- one plain table it costs a tenth of a check against all of them.
ALTER TABLE "answers_default" ADD FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses_default" ("organization_id", "id") ON DELETE CASCADE;
ALTER TABLE "scores_default" ADD FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses_default" ("organization_id", "id") ON DELETE CASCADE;
ALTER TABLE "text_insights_default" ADD FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses_default" ("organization_id", "id") ON DELETE CASCADE;

-- What the sweeps look for: rows that still owe work. Small whatever the table's size.
CREATE INDEX "responses_score_due" ON "responses" ("score_due_at") WHERE "scored_revision" < "revision";
CREATE INDEX "responses_evaluate_due" ON "responses" ("scored_at") WHERE "evaluated_revision" < "scored_revision";
CREATE INDEX "deliveries_unsent" ON "deliveries" ("status") WHERE "status" IN ('pending', 'sending', 'retrying', 'dead');
CREATE INDEX "deliveries_due" ON "deliveries" ("next_attempt_at") WHERE "status" IN ('pending', 'sending', 'retrying');

-- The smallest UUID v7 of an instant (RFC 9562): 48 bits of milliseconds, then version and zeros.
CREATE FUNCTION uuid_v7_floor("at" timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM "at") * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- Prepares the partitions of one month (UTC) and moves in what the default partitions hold of it.
-- A client may choose any id, one of a future month too: without the move, creating that month would fail.
-- Rows that refer to a moved response are lifted and put back, since PostgreSQL checks a leaf partition's
-- foreign keys in the leaf, even when deferred. Answers true if it made them, false if they were there.
CREATE FUNCTION prepare_response_month("month" date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  suffix text := to_char("month", 'YYYY_MM');
  low uuid := uuid_v7_floor(date_trunc('month', "month"::timestamp) AT TIME ZONE 'UTC');
  high uuid := uuid_v7_floor((date_trunc('month', "month"::timestamp) + interval '1 month') AT TIME ZONE 'UTC');
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('earshot:prepare_response_month'));
  IF to_regclass('responses_' || suffix) IS NOT NULL THEN
    RETURN false;
  END IF;
  LOCK TABLE responses, answers, scores, text_insights IN ACCESS EXCLUSIVE MODE;

  CREATE TEMP TABLE moved_responses ON COMMIT DROP AS SELECT * FROM responses_default WHERE id >= low AND id < high;
  CREATE TEMP TABLE moved_answers ON COMMIT DROP AS SELECT * FROM answers_default WHERE response_id >= low AND response_id < high;
  CREATE TEMP TABLE moved_scores ON COMMIT DROP AS SELECT * FROM scores_default WHERE response_id >= low AND response_id < high;
  CREATE TEMP TABLE moved_text_insights ON COMMIT DROP AS SELECT * FROM text_insights_default WHERE response_id >= low AND response_id < high;
  CREATE TEMP TABLE moved_case_responses ON COMMIT DROP AS SELECT * FROM case_responses WHERE response_id >= low AND response_id < high;
  CREATE TEMP TABLE moved_alerts ON COMMIT DROP AS SELECT organization_id, id, response_id FROM alerts WHERE response_id >= low AND response_id < high;

  UPDATE alerts SET response_id = NULL WHERE response_id >= low AND response_id < high;
  DELETE FROM case_responses WHERE response_id >= low AND response_id < high;
  FOREACH name IN ARRAY ARRAY['text_insights', 'scores', 'answers'] LOOP
    EXECUTE format('DELETE FROM %I WHERE response_id >= %L AND response_id < %L', name || '_default', low, high);
  END LOOP;
  DELETE FROM responses_default WHERE id >= low AND id < high;

  FOREACH name IN ARRAY ARRAY['responses', 'answers', 'scores', 'text_insights'] LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name || '_' || suffix, name, low, high);
    IF name <> 'responses' THEN
      EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (organization_id, response_id) REFERENCES %I (organization_id, id) ON DELETE CASCADE',
        name || '_' || suffix, 'responses_' || suffix);
    END IF;
    EXECUTE format('INSERT INTO %I SELECT * FROM %I', name, 'moved_' || name);
    EXECUTE format('DROP TABLE %I', 'moved_' || name);
  END LOOP;
  INSERT INTO case_responses SELECT * FROM moved_case_responses;
  UPDATE alerts SET response_id = moved.response_id
    FROM moved_alerts moved WHERE alerts.organization_id = moved.organization_id AND alerts.id = moved.id;
  DROP TABLE moved_case_responses;
  DROP TABLE moved_alerts;
  RETURN true;
END
$$;

-- From four months back to two ahead; a sweep keeps two ahead. Every partition costs planning time in every query.
SELECT prepare_response_month((date_trunc('month', now()) + n * interval '1 month')::date) FROM generate_series(-4, 2) AS n;
