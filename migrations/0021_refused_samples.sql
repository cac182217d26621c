ALTER TABLE "meterings" ADD COLUMN "refused_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meterings" ADD COLUMN "refused_until" timestamp (3) with time zone;--> statement-breakpoint
-- Of what was refused before, nobody knows when it was: it may be of any time until the day from which on there are samples.
DO $$
BEGIN
  PERFORM set_config('hubfleet.tenant', '*', true);
  UPDATE meterings m SET refused_from = c.created_at, refused_until = greatest(c.created_at, coalesce(m.samples_from, now())) FROM clusters c WHERE c.id = m.cluster_id AND m.refused > 0;
  PERFORM set_config('hubfleet.tenant', '', true);
END $$;--> statement-breakpoint
-- Whoever may use a cluster may know what of it was not counted: the policy of clusters decides who that is.
CREATE POLICY sees_cluster ON meterings FOR SELECT USING (EXISTS (SELECT FROM clusters c WHERE c.id = cluster_id));
