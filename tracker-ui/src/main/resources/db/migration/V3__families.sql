-- Networks of every family, what a campaign compares, structures that change while they train.

alter table trial add column design text;
alter table trial add column network text;

alter table training add column design text;
alter table training add column trained_epochs integer;

alter table epoch add column pruned bigint;
alter table epoch add column regrown bigint;
alter table epoch add column kept bigint;
alter table epoch add column total bigint;
