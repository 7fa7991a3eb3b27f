-- AlterTable
ALTER TABLE "surveys" ADD COLUMN "draft_revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "draft_saves" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_saves_pkey" PRIMARY KEY ("organization_id","survey_id","id")
);

-- CreateIndex
CREATE INDEX "draft_saves_organization_id_survey_id_saved_at_idx" ON "draft_saves"("organization_id", "survey_id", "saved_at");

-- AddForeignKey
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
