ALTER TABLE "keys" ADD COLUMN "makers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "holder" text;--> statement-breakpoint
-- Who made the keys that are there is in the audit.
SELECT set_config('hubfleet.tenant', '*', true);--> statement-breakpoint
WITH RECURSIVE made AS (SELECT target AS id, principal AS maker FROM audit WHERE verb = 'keyCreate'),
descent AS (
  SELECT k.id, '[]'::jsonb AS makers, k.id AS holder, k.tenant_id FROM keys k WHERE NOT EXISTS (SELECT FROM made WHERE made.id = k.id)
  UNION ALL
  SELECT k.id, d.makers || to_jsonb(d.id), CASE WHEN k.tenant_id = d.tenant_id THEN d.holder ELSE k.id END, k.tenant_id
  FROM descent d JOIN made ON made.maker = d.id JOIN keys k ON k.id = made.id
)
UPDATE keys SET makers = descent.makers, holder = descent.holder FROM descent WHERE descent.id = keys.id;--> statement-breakpoint
UPDATE keys SET holder = id WHERE holder IS NULL;--> statement-breakpoint
UPDATE plans SET holder = coalesce((SELECT holder FROM keys WHERE keys.id = plans.created_by), created_by);--> statement-breakpoint
SELECT set_config('hubfleet.tenant', '', true);--> statement-breakpoint
ALTER TABLE "keys" ALTER COLUMN "holder" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ALTER COLUMN "holder" SET NOT NULL;
