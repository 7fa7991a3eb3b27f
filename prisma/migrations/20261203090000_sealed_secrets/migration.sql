-- A chat's address is a key to it: it stands here sealed, and `url` keeps its origin alone. Secrets are sealed where they stand.
-- What stands plain is sealed by the worker as it starts (src/store/sealing/seal-stored.ts): SQL has no key.
alter table targets add column address text;
