CREATE TABLE "keys" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"hash" text NOT NULL,
	"prefix" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL,
	"policy" jsonb NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"hub_id" text NOT NULL,
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"pool" text NOT NULL,
	"nodes" integer NOT NULL,
	CONSTRAINT "claims_hub_id_pool_pk" PRIMARY KEY("hub_id","pool")
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"provider" text NOT NULL,
	"managed" boolean NOT NULL,
	"state" text NOT NULL,
	"spec" jsonb NOT NULL,
	"status" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"access" text,
	"generation" integer DEFAULT 1 NOT NULL,
	"observed_generation" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delete_requested_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"cluster_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"grantee_id" text NOT NULL,
	"max_hubs" integer,
	"max_seats" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_clusters" (
	"cluster_id" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"cluster_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"spec" jsonb NOT NULL,
	"chart_digest" text NOT NULL,
	"status" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"secrets" text NOT NULL,
	"host" text,
	"paused" boolean DEFAULT false NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"observed_generation" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delete_requested_at" timestamp (3) with time zone,
	"homes" text,
	"deleted_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"target_id" text NOT NULL,
	"generation" integer NOT NULL,
	"tenant_id" text NOT NULL,
	"spec" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_target_id_generation_pk" PRIMARY KEY("target_id","generation")
);
--> statement-breakpoint
CREATE TABLE "running_intervals" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"quantity" numeric NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"principal" text NOT NULL,
	"verb" text NOT NULL,
	"target" text NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"position" bigint,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"tenant_id" text NOT NULL,
	"principal" text NOT NULL,
	"verb" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_records_tenant_id_principal_verb_key_pk" PRIMARY KEY("tenant_id","principal","verb","key")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"generation" integer,
	"state" text NOT NULL,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"last_error" jsonb,
	"error" jsonb,
	"result" jsonb,
	"superseded_by" text,
	"requested_by" text NOT NULL,
	"reason" text NOT NULL,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"deadline_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "charts" (
	"digest" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"version" text NOT NULL,
	"app_version" text NOT NULL,
	"kube_version" text NOT NULL,
	"schema" jsonb NOT NULL,
	"fetched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hubs" ADD CONSTRAINT "hubs_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "keys_list" ON "keys" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_name" ON "tenants" USING btree ("name");--> statement-breakpoint
CREATE INDEX "claims_cluster" ON "claims" USING btree ("cluster_id","pool");--> statement-breakpoint
CREATE UNIQUE INDEX "clusters_name" ON "clusters" USING btree ("tenant_id","name") WHERE "clusters"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "clusters_list" ON "clusters" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "clusters_wake" ON "clusters" USING btree ("wake_at");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_pair" ON "grants" USING btree ("cluster_id","grantee_id");--> statement-breakpoint
CREATE INDEX "grants_grantee" ON "grants" USING btree ("grantee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hubs_name" ON "hubs" USING btree ("tenant_id","name") WHERE "hubs"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "hubs_host" ON "hubs" USING btree ("host") WHERE "hubs"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "hubs_list" ON "hubs" USING btree ("tenant_id","created_at","id") WHERE "hubs"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "hubs_cluster" ON "hubs" USING btree ("cluster_id");--> statement-breakpoint
CREATE INDEX "hubs_wake" ON "hubs" USING btree ("wake_at");--> statement-breakpoint
CREATE INDEX "running_intervals_hub" ON "running_intervals" USING btree ("hub_id","kind","to");--> statement-breakpoint
CREATE INDEX "audit_list" ON "audit" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_position" ON "events" USING btree ("position");--> statement-breakpoint
CREATE INDEX "events_list" ON "events" USING btree ("tenant_id","position");--> statement-breakpoint
CREATE INDEX "events_unsequenced" ON "events" USING btree ("id") WHERE "events"."position" is null;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency_records" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "operations_list" ON "operations" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_target" ON "operations" USING btree ("target_id","created_at","id");--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree ("target_id") WHERE "operations"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "charts_version" ON "charts" USING btree ("source","version");