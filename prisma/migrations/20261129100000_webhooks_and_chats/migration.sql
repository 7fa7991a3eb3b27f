-- CreateTable
CREATE TABLE "targets" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB,
    "url" TEXT NOT NULL,
    "app" TEXT,
    "events" TEXT[],
    "locale" TEXT,
    "secret" TEXT,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "paced_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "targets_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "targets_organization_id_channel_key_key" ON "targets"("organization_id", "channel", "key");

-- AddForeignKey
ALTER TABLE "targets" ADD CONSTRAINT "targets_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "target_id" UUID, ADD COLUMN "event" TEXT, ADD COLUMN "case_sequence" INTEGER, ADD COLUMN "holds_line" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "delivery_attempts" ADD COLUMN "request" TEXT, ADD COLUMN "answer_status" INTEGER, ADD COLUMN "answer" TEXT;

-- CreateIndex
CREATE INDEX "deliveries_organization_id_target_id_created_at_id_idx" ON "deliveries"("organization_id", "target_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_target_id_fkey" FOREIGN KEY ("organization_id", "target_id") REFERENCES "targets"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands in a target's line is due when it stands first there; its own index keeps a long line out of everybody else's.
CREATE INDEX "deliveries_line" ON "deliveries" ("organization_id", "target_id", "id") WHERE "holds_line" AND "status" IN ('pending', 'sending', 'retrying');
DROP INDEX "deliveries_due";
CREATE INDEX "deliveries_due" ON "deliveries" ("next_attempt_at") WHERE NOT "holds_line" AND "status" IN ('pending', 'sending', 'retrying');
