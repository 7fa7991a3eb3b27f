-- Whether a webhook's or a chat's messages carry what people wrote. Those that are there go on as they were.
alter table targets add column words boolean not null default true;
