-- CreateTable
CREATE TABLE "dashboards" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "widgets" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dashboards_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "role_dashboards" (
    "organization_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "dashboard_id" UUID NOT NULL,

    CONSTRAINT "role_dashboards_pkey" PRIMARY KEY ("organization_id","role")
);

-- CreateIndex
CREATE INDEX "dashboards_organization_id_member_id_idx" ON "dashboards"("organization_id", "member_id");

-- CreateIndex
CREATE INDEX "role_dashboards_organization_id_dashboard_id_idx" ON "role_dashboards"("organization_id", "dashboard_id");

-- AddForeignKey
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_dashboards" ADD CONSTRAINT "role_dashboards_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_dashboards" ADD CONSTRAINT "role_dashboards_organization_id_dashboard_id_fkey" FOREIGN KEY ("organization_id", "dashboard_id") REFERENCES "dashboards"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
