CREATE TABLE "bill_charges" (
	"bill_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"cluster_id" text NOT NULL,
	"day" date NOT NULL,
	"hub_id" text NOT NULL,
	"component" text NOT NULL,
	"category" text NOT NULL,
	"micros" bigint NOT NULL,
	CONSTRAINT "bill_charges_pk" PRIMARY KEY("bill_id","cluster_id","day","hub_id","component","category")
);
--> statement-breakpoint
CREATE TABLE "billed_days" (
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"day" date NOT NULL,
	"component" text NOT NULL,
	"currency" text NOT NULL,
	"measured_micros" bigint,
	"billed_micros" bigint NOT NULL,
	"discount_micros" bigint NOT NULL,
	"credit_micros" bigint NOT NULL,
	"tax_micros" bigint NOT NULL,
	"unpriced_seconds" double precision NOT NULL,
	"gap_seconds" double precision NOT NULL,
	CONSTRAINT "billed_days_pk" PRIMARY KEY("cluster_id","day","component")
);
--> statement-breakpoint
CREATE TABLE "bills" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"digest" text NOT NULL,
	"format" text NOT NULL,
	"accounts" text[] NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"currency" text NOT NULL,
	"row_count" integer NOT NULL,
	"matched_rows" integer NOT NULL,
	"micros" bigint NOT NULL,
	"unmatched_micros" bigint NOT NULL,
	"unmatched" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bill_charges" ADD CONSTRAINT "bill_charges_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_charges" ADD CONSTRAINT "bill_charges_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bill_charges_day" ON "bill_charges" USING btree ("cluster_id","day");--> statement-breakpoint
CREATE INDEX "bill_charges_tenant" ON "bill_charges" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "billed_days_tenant" ON "billed_days" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "bills_content" ON "bills" USING btree ("tenant_id","digest");--> statement-breakpoint
CREATE INDEX "bills_page" ON "bills" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
ALTER TABLE bills ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE bills FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON bills USING (hubfleet_sees(tenant_id));--> statement-breakpoint
ALTER TABLE bill_charges ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE bill_charges FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON bill_charges USING (hubfleet_sees(tenant_id));--> statement-breakpoint
ALTER TABLE billed_days ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE billed_days FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON billed_days USING (hubfleet_sees(tenant_id));
