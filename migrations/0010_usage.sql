CREATE TABLE "cluster_samples" (
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"holds_seconds" integer NOT NULL,
	"nodes" jsonb NOT NULL,
	CONSTRAINT "cluster_samples_cluster_id_at_pk" PRIMARY KEY("cluster_id","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "cost_rollups" (
	"level" text NOT NULL,
	"tenant_id" text NOT NULL,
	"start" timestamp (3) with time zone NOT NULL,
	"cluster_id" text NOT NULL,
	"hub_id" text NOT NULL,
	"component" text NOT NULL,
	"pool" text NOT NULL,
	"group_name" text NOT NULL,
	"user_name" text NOT NULL,
	"micros" bigint NOT NULL,
	"billed_micros" bigint,
	"currency" text NOT NULL,
	"seconds" double precision NOT NULL,
	"core_seconds" double precision NOT NULL,
	"gib_seconds" double precision NOT NULL,
	CONSTRAINT "cost_rollups_pk" PRIMARY KEY("level","tenant_id","start","cluster_id","hub_id","component","pool","group_name","user_name")
) PARTITION BY LIST ("level");
--> statement-breakpoint
CREATE TABLE "hub_samples" (
	"hub_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"cluster_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"sample" jsonb NOT NULL,
	CONSTRAINT "hub_samples_hub_id_at_pk" PRIMARY KEY("hub_id","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "rollups_due" (
	"grain" text NOT NULL,
	"of_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"start" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rollups_due_grain_of_id_start_pk" PRIMARY KEY("grain","of_id","start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hub_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"user_name" text NOT NULL,
	"server" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"cpu" double precision NOT NULL,
	"memory_gib" double precision NOT NULL,
	"activity" jsonb NOT NULL,
	CONSTRAINT "sessions_hub_id_user_name_server_started_at_pk" PRIMARY KEY("hub_id","user_name","server","started_at")
);
--> statement-breakpoint
CREATE TABLE "usage_rollups" (
	"level" text NOT NULL,
	"tenant_id" text NOT NULL,
	"start" timestamp (3) with time zone NOT NULL,
	"cluster_id" text NOT NULL,
	"hub_id" text NOT NULL,
	"users" integer NOT NULL,
	"peak_servers" integer NOT NULL,
	"peak_nodes" integer NOT NULL,
	"server_seconds" double precision NOT NULL,
	"gap_seconds" double precision NOT NULL,
	CONSTRAINT "usage_rollups_pk" PRIMARY KEY("level","tenant_id","start","cluster_id","hub_id")
) PARTITION BY LIST ("level");
--> statement-breakpoint
CREATE INDEX "hub_samples_cluster" ON "hub_samples" USING btree ("cluster_id","at");--> statement-breakpoint
CREATE INDEX "sessions_hub" ON "sessions" USING btree ("hub_id","started_at");--> statement-breakpoint
-- A question about a level reads its partition alone, whatever the others hold.
DO $$
DECLARE level text; name text;
BEGIN
  FOREACH level IN ARRAY ARRAY['user-hour', 'user-day', 'user-month', 'hub-hour', 'hub-day', 'hub-month', 'tenant-hour', 'tenant-day', 'tenant-month'] LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF cost_rollups FOR VALUES IN (%L)', 'cost_rollups_' || replace(level, '-', '_'), level);
    IF level NOT LIKE 'user-%' THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF usage_rollups FOR VALUES IN (%L)', 'usage_rollups_' || replace(level, '-', '_'), level);
    END IF;
  END LOOP;
  FOR name IN SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
    AND (relname IN ('cluster_samples', 'hub_samples', 'sessions', 'rollups_due') OR relname LIKE 'cost\_rollups%' OR relname LIKE 'usage\_rollups%') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (hubfleet_sees(tenant_id))', name);
  END LOOP;
END $$;--> statement-breakpoint
-- Makes the partitions of samples of a day of UTC, if they are not there. Old ones are dropped whole.
CREATE FUNCTION sample_partitions_of(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE parent text; name text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['cluster_samples', 'hub_samples'] LOOP
    name := parent || to_char(day, '_YYYYMMDD');
    IF to_regclass(format('%I', name)) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name, parent, day || 'T00:00:00Z', (day + 1) || 'T00:00:00Z');
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY tenant ON %I USING (hubfleet_sees(tenant_id))', name);
    END IF;
  END LOOP;
END $$;
