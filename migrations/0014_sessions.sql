DROP TABLE "sessions" CASCADE;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "hours_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meterings" ADD COLUMN "samples_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meterings" ADD COLUMN "refused" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TABLE "sessions" (
	"hub_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"user_name" text NOT NULL,
	"server" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen" tstzmultirange NOT NULL,
	"seen_until" timestamp (3) with time zone GENERATED ALWAYS AS (upper(seen)) STORED,
	"ended_at" timestamp (3) with time zone,
	"cpu" double precision,
	"memory_gib" double precision,
	"pool" text,
	"node" text,
	"active" tstzmultirange NOT NULL,
	CONSTRAINT "sessions_hub_id_user_name_server_started_at_pk" PRIMARY KEY("hub_id","user_name","server","started_at")
);
--> statement-breakpoint
CREATE INDEX "sessions_seen" ON "sessions" USING btree ("hub_id","seen_until");--> statement-breakpoint
CREATE INDEX "sessions_tenant" ON "sessions" USING btree ("tenant_id","seen_until");--> statement-breakpoint
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON sessions USING (hubfleet_sees(tenant_id));--> statement-breakpoint
-- Drops the partitions of days that are more than `keep` days before today, and notes it at each cluster that had samples in them. Days ahead of us are those of virtual
-- clocks: such a one goes when it is as long ago for each tenant that has something in it. A day stays as long as an hour of it waits to be computed from what it holds.
-- Answers how many days went.
CREATE OR REPLACE FUNCTION drop_old_samples(today date, keep integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE day date; looks text; wanted boolean; dropped integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7263013);
  FOR day IN SELECT to_date(right(c.relname, 8), 'YYYYMMDD') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'cluster_samples'::regclass ORDER BY 1 LOOP
    looks := 'cluster_samples' || to_char(day, '_YYYYMMDD');
    wanted := day >= today - keep;
    IF day > today + 7 THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM tenants t WHERE EXISTS (SELECT FROM %I s WHERE s.tenant_id = t.id) AND $1 >= (now() + t.clock_offset_ms * interval ''1 ms'')::date - $2)', looks) INTO wanted USING day, keep;
    END IF;
    CONTINUE WHEN wanted;
    EXECUTE format('SELECT true FROM meterings m WHERE EXISTS (SELECT FROM %I s WHERE s.cluster_id = m.cluster_id) ORDER BY m.id FOR UPDATE', looks);
    EXECUTE format('SELECT EXISTS (SELECT FROM rollups_due d WHERE d.grain = ''hour'' AND d.start >= $1 AND d.start < $2 AND EXISTS (SELECT FROM %I s WHERE s.cluster_id = d.of_id))', looks)
      INTO wanted USING day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC';
    CONTINUE WHEN wanted;
    EXECUTE format('UPDATE meterings m SET samples_from = greatest(m.samples_from, $1) WHERE EXISTS (SELECT FROM %I s WHERE s.cluster_id = m.cluster_id)', looks) USING (day + 1)::timestamp AT TIME ZONE 'UTC';
    EXECUTE format('DROP TABLE %I, %I', 'hub_samples' || to_char(day, '_YYYYMMDD'), looks);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
