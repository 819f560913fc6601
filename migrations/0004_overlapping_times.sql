DROP INDEX `busy_by_time`;--> statement-breakpoint
CREATE INDEX `busy_by_time` ON `busy_intervals` (`calendar_id`,`start`,`end`,`transparent`,`object_id`);--> statement-breakpoint
CREATE INDEX `long_appointments` ON `appointments` (`start`,`end`) WHERE "appointments"."end" - "appointments"."start" > 172800000;