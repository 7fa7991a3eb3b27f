-- How many invitations to a survey are open, by how far they have come: asked before each publication.
CREATE INDEX "invitations_open_of_survey" ON "invitations" ("organization_id", "survey_id", "state")
  WHERE "state" IN ('planned', 'sent', 'opened', 'started');
