-- AlterTable
ALTER TABLE "customers" ADD COLUMN "unsubscribed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "responses" ADD COLUMN "quality" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "identity_secrets" (
    "organization_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_secrets_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "response_id" UUID,
    "token_hash" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "channel" TEXT,
    "locale" TEXT,
    "context" JSONB NOT NULL DEFAULT '{}',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "editable_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "response_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER,
    "type" TEXT,
    "sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "device_marks" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_marks_pkey" PRIMARY KEY ("organization_id","survey_id","mark")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organization_id_customer_id_created_at_idx" ON "invitations"("organization_id", "customer_id", "created_at");

-- CreateIndex
CREATE INDEX "invitations_organization_id_survey_id_created_at_idx" ON "invitations"("organization_id", "survey_id", "created_at");

-- CreateIndex
CREATE INDEX "uploads_organization_id_response_id_question_idx" ON "uploads"("organization_id", "response_id", "question");

-- CreateIndex
CREATE INDEX "device_marks_at_idx" ON "device_marks"("at");

-- AddForeignKey
ALTER TABLE "identity_secrets" ADD CONSTRAINT "identity_secrets_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_marks" ADD CONSTRAINT "device_marks_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── by hand from here on ─────────────────────────────────────────────────────

-- An invitation and an upload name a response that may not be there yet, so `response_id` has no foreign key.

-- What the sweeps look for: invitations whose time is up, and uploads that no answer may name any more. An upload is old by what was
-- last done with it; most of them are answers' and stay, so the day they were claimed keeps the search short.
CREATE INDEX "invitations_open" ON "invitations" ("expires_at") WHERE "state" IN ('planned', 'sent', 'opened', 'started');
CREATE INDEX "uploads_unclaimed" ON "uploads" ("created_at") WHERE "claimed_at" IS NULL OR "removed_at" IS NOT NULL;
