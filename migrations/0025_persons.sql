CREATE TABLE "persons" (
	"tenant_id" text NOT NULL,
	"pseudonym" text NOT NULL,
	"name" text,
	"tombstone" text,
	"erased_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "persons_tenant_id_pseudonym_pk" PRIMARY KEY("tenant_id","pseudonym")
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "privacy" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "person_key" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "names_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE persons ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE persons FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON persons USING (hubfleet_sees(tenant_id));
