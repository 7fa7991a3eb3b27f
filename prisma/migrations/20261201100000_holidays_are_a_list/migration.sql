-- An organization that nobody has configured has no holidays, which is a list without any.
UPDATE "organizations" SET "holidays" = '{}' WHERE "holidays" IS NULL;
ALTER TABLE "organizations" ALTER COLUMN "holidays" SET DEFAULT '{}', ALTER COLUMN "holidays" SET NOT NULL;
