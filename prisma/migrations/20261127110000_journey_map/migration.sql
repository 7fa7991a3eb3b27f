-- AlterTable
ALTER TABLE "touchpoints" ADD COLUMN "moment_of_truth" BOOLEAN NOT NULL DEFAULT false;

-- What was sent in a period, for response rates.
CREATE INDEX "invitations_organization_id_sent_at_idx" ON "invitations"("organization_id", "sent_at");
