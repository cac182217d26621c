CREATE TABLE "budgets" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"hub_id" text,
	"micros" bigint NOT NULL,
	"currency" text NOT NULL,
	"thresholds" jsonb NOT NULL,
	"on_plan" text NOT NULL,
	"override" jsonb,
	"month" jsonb,
	"held" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" jsonb,
	"generation" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "freeze" jsonb;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "budgets_name" ON "budgets" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "budgets_scope" ON "budgets" USING btree ("tenant_id",coalesce("hub_id", ''));--> statement-breakpoint
CREATE INDEX "budgets_list" ON "budgets" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "budgets_wake" ON "budgets" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "budgets_hub" ON "budgets" USING btree ("hub_id");--> statement-breakpoint
ALTER TABLE "budgets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "budgets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "budgets" USING (hubfleet_sees(tenant_id));
