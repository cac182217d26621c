-- The tables of which one statement reads tens of thousands of rows. `hubfleet_sees` looks the setting up at each of them, which is a third of such a statement; here a
-- sub-select looks it up once. As CASE, of which the planner guesses that it holds for half of the rows: of an equation with what it does not know, it guesses that it holds
-- for one tenant's share of them, and that a second time where a statement names its tenant too.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['cost_rollups', 'usage_rollups', 'cluster_samples', 'hub_samples', 'sessions'] LOOP
    EXECUTE format('ALTER POLICY tenant ON %I USING (CASE WHEN (SELECT current_setting(''hubfleet.tenant'', true)) = ''*'' THEN true ELSE tenant_id = (SELECT current_setting(''hubfleet.tenant'', true)) END)', name);
  END LOOP;
END $$;
