CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"change" text NOT NULL,
	"cluster_id" text NOT NULL,
	"hub_id" text NOT NULL,
	"hub_name" text NOT NULL,
	"base_generation" integer,
	"sealed" text,
	"state" text NOT NULL,
	"planned" jsonb NOT NULL,
	"seen" jsonb,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" jsonb,
	"created_by" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"operation_id" text,
	"applied_by" text,
	"applied_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "plans_list" ON "plans" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "plans_hub" ON "plans" USING btree ("hub_id");--> statement-breakpoint
CREATE INDEX "plans_wake" ON "plans" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "plans_expiry" ON "plans" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plans FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON plans USING (hubfleet_sees(tenant_id));
