CREATE TABLE "bill_files" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"parts" integer NOT NULL,
	"bytes" bigint NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"steady_since" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"bill_id" text,
	"notes" text[] NOT NULL,
	"problem" jsonb
);
--> statement-breakpoint
CREATE UNIQUE INDEX "bill_files_name" ON "bill_files" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "bill_files_page" ON "bill_files" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
ALTER TABLE bill_files ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE bill_files FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON bill_files USING (hubfleet_sees(tenant_id));
