-- ── search ──
-- What an answer's words can be found by (src/domain/text/search-terms); null where there are none, and where it is still owed.
ALTER TABLE "answers" ADD COLUMN "words" TSVECTOR;

-- Rare words are looked up; frequent ones are met soon when walking from the newest answer back.
CREATE INDEX "answers_words" ON "answers" USING GIN ("words") WHERE "words" IS NOT NULL;
CREATE INDEX "answers_words_newest" ON "answers" ("organization_id", "submitted_at" DESC, "response_id" DESC) WHERE "words" IS NOT NULL;

-- What was answered before there was a search: the sweep fills it in. Empty afterwards.
CREATE INDEX "answers_words_due" ON "answers" ("organization_id", "response_id") WHERE "words" IS NULL AND "text" IS NOT NULL AND "kind" <> 'date';

-- ── tags ──
CREATE TABLE "tags" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE TABLE "response_tags" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_tags_pkey" PRIMARY KEY ("organization_id","response_id","tag_id")
);

CREATE TABLE "tag_changes" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "response_ids" UUID[],
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "tag_changes_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE UNIQUE INDEX "tags_organization_id_folded_key" ON "tags"("organization_id", "folded");
CREATE INDEX "response_tags_organization_id_tag_id_response_id_idx" ON "response_tags"("organization_id", "tag_id", "response_id");
CREATE INDEX "tag_changes_organization_id_tag_id_at_idx" ON "tag_changes"("organization_id", "tag_id", "at");

ALTER TABLE "tags" ADD CONSTRAINT "tags_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "response_tags" ADD CONSTRAINT "response_tags_organization_id_tag_id_fkey" FOREIGN KEY ("organization_id", "tag_id") REFERENCES "tags"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "response_tags" ADD CONSTRAINT "response_tags_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tag_changes" ADD CONSTRAINT "tag_changes_organization_id_tag_id_fkey" FOREIGN KEY ("organization_id", "tag_id") REFERENCES "tags"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── deletion ──
-- What was deleted stays deleted: its id is taken for ever, and nothing else of it is kept but what its numbers were.
CREATE TABLE "deleted_responses" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "scores" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deleted_responses_pkey" PRIMARY KEY ("organization_id","id")
);

ALTER TABLE "deleted_responses" ADD CONSTRAINT "deleted_responses_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A month that is prepared late lifts the tags of what it moves, too.
CREATE OR REPLACE FUNCTION prepare_response_month("month" date) RETURNS boolean LANGUAGE plpgsql AS $$
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
  CREATE TEMP TABLE moved_response_tags ON COMMIT DROP AS SELECT * FROM response_tags WHERE response_id >= low AND response_id < high;
  CREATE TEMP TABLE moved_alerts ON COMMIT DROP AS SELECT organization_id, id, response_id FROM alerts WHERE response_id >= low AND response_id < high;

  UPDATE alerts SET response_id = NULL WHERE response_id >= low AND response_id < high;
  DELETE FROM response_tags WHERE response_id >= low AND response_id < high;
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
  INSERT INTO response_tags SELECT * FROM moved_response_tags;
  UPDATE alerts SET response_id = moved.response_id
    FROM moved_alerts moved WHERE alerts.organization_id = moved.organization_id AND alerts.id = moved.id;
  DROP TABLE moved_case_responses;
  DROP TABLE moved_response_tags;
  DROP TABLE moved_alerts;
  RETURN true;
END
$$;
