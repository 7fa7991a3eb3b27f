-- AlterTable
ALTER TABLE "touchpoints" ADD COLUMN "module" TEXT,
ADD COLUMN "position" INTEGER,
ADD COLUMN "archived_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "members" ADD COLUMN "invited_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "member_id" UUID;

-- CreateTable
CREATE TABLE "programme_changes" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "apply_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_changes_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "deliveries_organization_id_member_id_idx" ON "deliveries"("organization_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_changes_organization_id_kind_key_version_key" ON "programme_changes"("organization_id", "kind", "key", "version");

-- CreateIndex
CREATE INDEX "programme_changes_organization_id_apply_id_idx" ON "programme_changes"("organization_id", "apply_id");

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_changes" ADD CONSTRAINT "programme_changes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
