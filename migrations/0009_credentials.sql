CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"cloud" text NOT NULL,
	"state" text NOT NULL,
	"spec" jsonb NOT NULL,
	"secrets" text,
	"status" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"observed_generation" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"signs_from" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clusters" ADD COLUMN "credential_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_name" ON "credentials" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "credentials_list" ON "credentials" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "credentials_wake" ON "credentials" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "clusters_credential" ON "clusters" USING btree (("spec" ->> 'credential'));--> statement-breakpoint
ALTER TABLE credentials ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE credentials FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON credentials USING (hubfleet_sees(tenant_id));--> statement-breakpoint
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE signing_keys FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY platform ON signing_keys USING (hubfleet_sees('*'));
