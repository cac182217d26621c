CREATE TABLE "cullings" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"round_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "cullings" ADD CONSTRAINT "cullings_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cullings_wake" ON "cullings" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "cullings_tenant" ON "cullings" USING btree ("tenant_id");--> statement-breakpoint
ALTER TABLE cullings ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE cullings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON cullings USING (hubfleet_sees(tenant_id));
