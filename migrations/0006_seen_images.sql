CREATE TABLE "seen_images" (
	"tenant_id" text NOT NULL,
	"digest" text NOT NULL,
	"image" text NOT NULL,
	"jupyterhub" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seen_images_tenant_id_digest_pk" PRIMARY KEY("tenant_id","digest")
);
--> statement-breakpoint
CREATE INDEX "seen_images_image" ON "seen_images" USING btree ("tenant_id","image");--> statement-breakpoint
ALTER TABLE seen_images ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE seen_images FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON seen_images USING (hubfleet_sees(tenant_id));
