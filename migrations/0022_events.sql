ALTER TABLE "events" ADD COLUMN "hub_id" text;--> statement-breakpoint
CREATE INDEX "events_hub" ON "events" USING btree ("hub_id","position");--> statement-breakpoint
CREATE INDEX "events_created" ON "events" USING btree ("created_at");--> statement-breakpoint
-- Events of before that are about a hub say so by their subject.
UPDATE events SET hub_id = subject FROM set_config('hubfleet.tenant', '*', true) WHERE subject LIKE 'hub\_%';
