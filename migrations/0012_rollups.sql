CREATE TABLE "day_prices" (
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"day" timestamp (3) with time zone NOT NULL,
	"prices" jsonb NOT NULL,
	CONSTRAINT "day_prices_cluster_id_day_pk" PRIMARY KEY("cluster_id","day")
);
--> statement-breakpoint
DROP INDEX "hubs_cluster";--> statement-breakpoint
CREATE INDEX "tenants_ahead" ON "tenants" USING btree ("id") WHERE "tenants"."clock_offset_ms" > 0;--> statement-breakpoint
CREATE INDEX "rollups_due_next" ON "rollups_due" USING btree ("grain","start","of_id");--> statement-breakpoint
CREATE INDEX "rollups_due_tenant" ON "rollups_due" USING btree ("tenant_id","grain","start");--> statement-breakpoint
CREATE INDEX "hubs_cluster" ON "hubs" USING btree ("cluster_id","deleted_at");--> statement-breakpoint
ALTER TABLE "day_prices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "day_prices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "day_prices" USING (hubfleet_sees(tenant_id));
