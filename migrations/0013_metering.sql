CREATE TABLE "sandbox_samples" (
	"cluster_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"sample" jsonb NOT NULL,
	CONSTRAINT "sandbox_samples_cluster_id_at_pk" PRIMARY KEY("cluster_id","at")
);
--> statement-breakpoint
CREATE TABLE "meterings" (
	"id" text PRIMARY KEY NOT NULL,
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"sampled_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "meterings" ADD CONSTRAINT "meterings_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meterings_wake" ON "meterings" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "meterings_tenant" ON "meterings" USING btree ("tenant_id");
--> statement-breakpoint
ALTER TABLE meterings ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE meterings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON meterings USING (hubfleet_sees(tenant_id));--> statement-breakpoint
ALTER TABLE sandbox_samples ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sandbox_samples FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY platform ON sandbox_samples USING (hubfleet_sees('*'));--> statement-breakpoint
-- As before, and of two that make the same day at once one waits for the other. Call it before anything else is written to samples in a transaction.
CREATE OR REPLACE FUNCTION sample_partitions_of(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE parent text; name text;
BEGIN
  IF to_regclass('hub_samples' || to_char(day, '_YYYYMMDD')) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(7263013);
  FOREACH parent IN ARRAY ARRAY['cluster_samples', 'hub_samples'] LOOP
    name := parent || to_char(day, '_YYYYMMDD');
    IF to_regclass(format('%I', name)) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name, parent, day || 'T00:00:00Z', (day + 1) || 'T00:00:00Z');
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY tenant ON %I USING (hubfleet_sees(tenant_id))', name);
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
-- Drops the partitions of days that are more than `keep` days before today. Days ahead of us are those of virtual clocks: such a one goes when it is as long ago for
-- each tenant that has something in it. Answers how many days went.
CREATE FUNCTION drop_old_samples(today date, keep integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE day date; wanted boolean; dropped integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7263013);
  FOR day IN SELECT to_date(right(c.relname, 8), 'YYYYMMDD') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'cluster_samples'::regclass ORDER BY 1 LOOP
    wanted := day >= today - keep;
    IF day > today + 7 THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM tenants t WHERE EXISTS (SELECT FROM %I s WHERE s.tenant_id = t.id) AND $1 >= (now() + t.clock_offset_ms * interval ''1 ms'')::date - $2)',
        'cluster_samples' || to_char(day, '_YYYYMMDD')) INTO wanted USING day, keep;
    END IF;
    CONTINUE WHEN wanted;
    EXECUTE format('DROP TABLE %I, %I', 'hub_samples' || to_char(day, '_YYYYMMDD'), 'cluster_samples' || to_char(day, '_YYYYMMDD'));
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
