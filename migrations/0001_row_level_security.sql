-- The wall between tenants. `hubfleet.tenant` is set per transaction: a tenant's id, or '*' for the platform's own work.
-- Unset, and after a commit '', it matches nothing. FORCE: the tables' owner is held too.
-- Not as `IN (row_tenant, '*')`, which says the same: of that the planner guesses that it holds for few rows, and sorts a tenant's
-- whole list for a page of it.
CREATE FUNCTION hubfleet_sees(row_tenant text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN row_tenant = current_setting('hubfleet.tenant', true) OR current_setting('hubfleet.tenant', true) = '*';--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['keys', 'claims', 'hubs', 'revisions', 'running_intervals', 'operations', 'events', 'audit', 'idempotency_records'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (hubfleet_sees(tenant_id))', name);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON tenants USING (hubfleet_sees(id));--> statement-breakpoint
-- A grant is seen by both its sides and written by the giver; a cluster is seen where a grant lets it be used.
ALTER TABLE grants ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE grants FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON grants USING (hubfleet_sees(tenant_id));--> statement-breakpoint
CREATE POLICY grantee ON grants FOR SELECT USING (hubfleet_sees(grantee_id));--> statement-breakpoint
ALTER TABLE clusters ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE clusters FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON clusters USING (hubfleet_sees(tenant_id));--> statement-breakpoint
CREATE POLICY grantee ON clusters FOR SELECT USING (EXISTS (SELECT FROM grants WHERE cluster_id = clusters.id AND hubfleet_sees(grantee_id)));--> statement-breakpoint
ALTER TABLE sandbox_clusters ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sandbox_clusters FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY platform ON sandbox_clusters USING (hubfleet_sees('*'));--> statement-breakpoint
CREATE SEQUENCE event_position;--> statement-breakpoint
INSERT INTO tenants (id, name, display_name, policy) SELECT 'tenant_platform', 'platform', 'Platform', '{}' FROM set_config('hubfleet.tenant', '*', true);--> statement-breakpoint
-- Two questions about all tenants that any of them may ask. They lift the setting for one statement: a SET clause on the
-- function would need a superuser.
-- How many hubs live in a cluster: its owner must know before deleting it, and may see no more than the number.
CREATE FUNCTION hubs_in_cluster(cluster text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE tenant text := current_setting('hubfleet.tenant', true); hub_count integer;
BEGIN
  PERFORM set_config('hubfleet.tenant', '*', true);
  SELECT count(*) INTO hub_count FROM hubs WHERE cluster_id = cluster AND deleted_at IS NULL;
  PERFORM set_config('hubfleet.tenant', tenant, true);
  RETURN hub_count;
END $$;--> statement-breakpoint
-- Whether any tenant's hub has a host: whose it is is not shown.
CREATE FUNCTION host_taken(wanted text, except_hub text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE tenant text := current_setting('hubfleet.tenant', true); taken boolean;
BEGIN
  PERFORM set_config('hubfleet.tenant', '*', true);
  SELECT EXISTS (SELECT FROM hubs WHERE host = wanted AND deleted_at IS NULL AND id IS DISTINCT FROM except_hub) INTO taken;
  PERFORM set_config('hubfleet.tenant', tenant, true);
  RETURN taken;
END $$;
