-- ── search ──
-- What an answer's words can be found by (src/domain/text/search-terms); null where there are none, and where it is still owed.
ALTER TABLE "answers" ADD COLUMN "words" TSVECTOR;

-- Rare words are looked up; frequent ones are met soon when walking from the newest answer back.
CREATE INDEX "answers_words" ON "answers" USING GIN ("words") WHERE "words" IS NOT NULL;
CREATE INDEX "answers_words_newest" ON "answers" ("organization_id", "submitted_at" DESC, "response_id" DESC) WHERE "words" IS NOT NULL;

-- What was answered before there was a search: the sweep fills it in. Empty afterwards.
CREATE INDEX "answers_words_due" ON "answers" ("organization_id", "response_id") WHERE "words" IS NULL AND "text" IS NOT NULL AND "kind" <> 'date';
