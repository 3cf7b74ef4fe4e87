-- The history: what was read from Kafka, append-only, and how far it was read.

create table event (
  topic          text        not null,
  log_partition  integer     not null,
  log_offset     bigint      not null,
  id             text        not null,
  type           text        not null,
  campaign       text        not null,
  trial          text,
  source         text        not null,
  time           timestamptz not null,
  hash           text        not null,
  cause_id       text,
  cause_hash     text,
  trace          text        not null,
  key            text        not null,
  headers        text        not null,
  payload        text        not null,
  -- An earlier record of this topic has the same id: kept for the audit, never folded.
  seen_before    boolean     not null,
  primary key (topic, log_partition, log_offset)
);
create unique index event_first_of_id on event (topic, id) where not seen_before;
create index event_of_trial on event (trial) where trial is not null;
create index event_by_id on event (id);

-- An event that was told can be neither changed nor taken back.
create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the history is append-only';
end $$;
create trigger event_is_append_only before update or delete on event
  for each row execute function event_is_append_only();

create table consumed_offset (
  topic          text    not null,
  log_partition  integer not null,
  next_offset    bigint  not null,
  events         bigint  not null,
  primary key (topic, log_partition)
);

create table dead_letter (
  topic          text        not null,
  log_partition  integer     not null,
  log_offset     bigint      not null,
  service        text        not null,
  reason         text        not null,
  time           timestamptz not null,
  primary key (topic, log_partition, log_offset, service)
);

-- One row: the version of the fold that built the read models.
create table fold_version (version integer not null);
