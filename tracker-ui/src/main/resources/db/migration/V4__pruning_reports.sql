-- What pruning steps report, how schedules end, and campaigns that were imported.

alter table event add column archive text;

alter table campaign add column archive text;

alter table training add column training_loss double precision;
alter table training add column validation_loss double precision;
alter table training add column test_loss double precision;
alter table training add column end_reason text;
alter table training add column schedule_ended_at timestamptz;
alter table training add column shrunk_label text;
alter table training add column shrunk_sha256 text;

alter table pruning_step add column validation_before double precision;
alter table pruning_step add column loss_before double precision;
alter table pruning_step add column loss_after_pruning double precision;
alter table pruning_step add column mask_before_sha256 text;
alter table pruning_step add column start_sha256 text;
alter table pruning_step add column machine text;
alter table pruning_step add column threshold double precision;
alter table pruning_step add column approximation text;
alter table pruning_step add column samples bigint;
alter table pruning_step add column histogram text;
alter table pruning_step add column units text;
alter table pruning_step add column dense_flops bigint;
alter table pruning_step add column flops bigint;
alter table pruning_step add column structure_before text;
alter table pruning_step add column structure_after text;
alter table pruning_step add column shrunk_label text;
alter table pruning_step add column shrunk_sha256 text;
