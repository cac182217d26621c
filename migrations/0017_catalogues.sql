CREATE TABLE "catalogue_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"state" text NOT NULL,
	"as_of" text NOT NULL,
	"source" text NOT NULL,
	"digest" text NOT NULL,
	"found" integer NOT NULL,
	"changed" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"kept" jsonb NOT NULL,
	"kept_count" integer NOT NULL,
	"catalogue" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogues" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "catalogue_versions_newest" ON "catalogue_versions" USING btree ("provider","created_at");--> statement-breakpoint
CREATE INDEX "catalogues_wake" ON "catalogues" USING btree ("wake_at");--> statement-breakpoint
INSERT INTO catalogues (id, provider) SELECT 'catalogue_' || provider, provider FROM unnest(ARRAY['gcp', 'azure', 'aws']) provider;--> statement-breakpoint
-- Prices are the same for everybody: all may read them, and only the platform writes them.
ALTER TABLE catalogues ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE catalogues FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY anyone ON catalogues FOR SELECT USING (true);--> statement-breakpoint
CREATE POLICY platform ON catalogues USING (hubfleet_sees('*'));--> statement-breakpoint
ALTER TABLE catalogue_versions ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE catalogue_versions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY anyone ON catalogue_versions FOR SELECT USING (true);--> statement-breakpoint
CREATE POLICY platform ON catalogue_versions USING (hubfleet_sees('*'));
