-- That the model is away, as the workers say it again and again while it is so: at most one row.
create table model_outage (
  one boolean primary key default true check (one),
  since timestamptz not null,
  reason text not null,
  seen_at timestamptz not null
);
