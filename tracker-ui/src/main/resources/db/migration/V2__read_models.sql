-- Read models: disposable, rebuilt from event whenever the fold's version changes.

create table campaign (
  id                    text primary key,
  name                  text,
  description           text,
  dataset               text,
  spec                  text,
  launched_at           timestamptz,
  trials                integer not null,
  trainings             integer not null,
  revision              integer not null,
  paused                boolean not null,
  stopped_at            timestamptz,
  proposing_finished_at timestamptz
);

create table trial (
  id            text primary key,
  campaign      text not null,
  attempt       integer not null,
  seed          bigint,
  architecture  text,
  dataset       text,
  training      text,
  branches      text
);
create index trial_of_campaign on trial (campaign);

create table training (
  id                     text primary key,
  campaign               text not null,
  trial                  text not null,
  attempt                integer not null,
  branch                 text not null,
  step                   integer not null,
  current                boolean not null,
  seed                   bigint,
  architecture           text,
  method                 text,
  target_sparsity        double precision,
  sparsity               double precision,
  state                  text not null,
  worker                 text,
  since                  timestamptz,
  epoch                  integer,
  epochs                 integer,
  validation_accuracy    double precision,
  test_accuracy          double precision,
  accuracy_before        double precision,
  accuracy_after_pruning double precision,
  predicted_accuracy     double precision,
  seconds                double precision,
  failure                text,
  skipped                text,
  queued_at              timestamptz,
  busy_at                timestamptz,
  busy_worker            text,
  epoch_at               timestamptz,
  epoch_worker           text,
  epoch_accuracy         double precision,
  outcome                text,
  outcome_failure        text,
  outcome_worker         text,
  final_accuracy         double precision,
  ended_at               timestamptz,
  checkpoint             text,
  pruning_failure        text,
  pruning_failed_at      timestamptz
);
create index training_of_trial on training (trial);
create index training_of_campaign on training (campaign, state) where current;
create index training_by_state on training (state) where current;

create table epoch (
  training             text not null,
  epoch                integer not null,
  trial                text not null,
  attempt              integer not null,
  branch               text not null,
  step                 integer not null,
  epochs               integer not null,
  training_loss        double precision not null,
  validation_loss      double precision not null,
  validation_accuracy  double precision not null,
  learning_rate        double precision not null,
  samples_per_second   double precision not null,
  worker               text not null,
  primary key (training, epoch)
);
create index epoch_of_trial on epoch (trial);

create table pruning_step (
  training                text primary key,
  trial                   text not null,
  attempt                 integer not null,
  branch                  text not null,
  step                    integer not null,
  method                  text not null,
  target_sparsity         double precision not null,
  sparsity                double precision not null,
  kept                    bigint not null,
  total                   bigint not null,
  layers                  text not null,
  accuracy_before         double precision not null,
  accuracy_after_pruning  double precision not null,
  mask_sha256             text not null,
  input_sha256            text not null,
  retrain_epochs          integer not null,
  seconds                 double precision not null,
  worker                  text not null,
  software_version        text not null,
  at                      timestamptz not null
);
create index pruning_step_of_trial on pruning_step (trial);

create table score (
  training             text primary key,
  trial                text not null,
  surrogate            text not null,
  predicted_accuracy   double precision not null,
  observed_accuracy    double precision,
  residual             double precision,
  observations         bigint not null,
  mean_absolute_error  double precision,
  r_squared            double precision
);

create table worker (
  id                text primary key,
  device            text,
  machine           text,
  slots             integer not null,
  software_version  text,
  joined_at         timestamptz not null,
  seen_at           timestamptz not null,
  left_at           timestamptz
);

create table slot (
  worker    text not null,
  slot      integer not null,
  campaign  text,
  trial     text,
  branch    text,
  step      integer,
  since     timestamptz not null,
  primary key (worker, slot)
);
