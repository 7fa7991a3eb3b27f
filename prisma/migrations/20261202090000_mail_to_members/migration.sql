-- Whom somebody else's message went to instead, and what a mail server's refusal was about.

-- the message in whose place this one was written
alter table deliveries add column instead_of uuid;
create index deliveries_instead_of_idx on deliveries (organization_id, instead_of) where instead_of is not null;

-- when a mail server last took a mail
create index deliveries_taken_idx on deliveries (organization_id, sent_at) where mode = 'smtp';

-- address, unclear, sender, message: what a refusal was about; marked: the address was refused already, and nothing was tried
alter table delivery_attempts add column refused text;
create index delivery_attempts_refused_idx on delivery_attempts (organization_id, at) where refused is not null;

-- the newest marks first
create index refused_addresses_since_idx on refused_addresses (organization_id, since, address);
