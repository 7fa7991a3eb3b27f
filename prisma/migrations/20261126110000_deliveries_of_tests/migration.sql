-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "survey_id" UUID, ADD COLUMN "survey_version" INTEGER;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
