ALTER TABLE "cost_rollups" ALTER COLUMN "micros" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "finance" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cost_rollups" ADD COLUMN "unpriced_seconds" double precision DEFAULT 0 NOT NULL;