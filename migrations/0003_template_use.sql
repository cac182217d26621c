ALTER TABLE "hubs" ADD CONSTRAINT "hubs_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- How many hubs stand on a template: its owner must know before deleting it, and may see no more than the number.
CREATE FUNCTION hubs_of_template(template text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE tenant text := current_setting('hubfleet.tenant', true); hub_count integer;
BEGIN
  PERFORM set_config('hubfleet.tenant', '*', true);
  SELECT count(*) INTO hub_count FROM hubs WHERE template_id = template;
  PERFORM set_config('hubfleet.tenant', tenant, true);
  RETURN hub_count;
END $$;
