CREATE TABLE "template_versions" (
	"template_id" text NOT NULL,
	"version" integer NOT NULL,
	"tenant_id" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"spec" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "template_versions_template_id_version_pk" PRIMARY KEY("template_id","version")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"managed_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "hub_defaults" jsonb;--> statement-breakpoint
ALTER TABLE "clusters" ADD COLUMN "managed_by" text;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "layers" jsonb;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "template_id" text;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "managed_by" text;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "layers" jsonb;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "templates_name" ON "templates" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "templates_list" ON "templates" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "hubs_template" ON "hubs" USING btree ("template_id");--> statement-breakpoint
-- A template is written by its owner; those of the platform are read by everybody.
ALTER TABLE templates ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE templates FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON templates USING (hubfleet_sees(tenant_id));--> statement-breakpoint
CREATE POLICY shared ON templates FOR SELECT USING (tenant_id = 'tenant_platform');--> statement-breakpoint
ALTER TABLE template_versions ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE template_versions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON template_versions USING (hubfleet_sees(tenant_id));--> statement-breakpoint
CREATE POLICY shared ON template_versions FOR SELECT USING (tenant_id = 'tenant_platform');--> statement-breakpoint
-- What all hubs begin with: every tenant may read this one thing of the platform's row.
CREATE FUNCTION platform_hub_defaults() RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE tenant text := current_setting('hubfleet.tenant', true); defaults jsonb;
BEGIN
  PERFORM set_config('hubfleet.tenant', '*', true);
  SELECT hub_defaults INTO defaults FROM tenants WHERE id = 'tenant_platform';
  PERFORM set_config('hubfleet.tenant', tenant, true);
  RETURN defaults;
END $$;
