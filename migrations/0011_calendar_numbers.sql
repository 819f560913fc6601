CREATE TABLE `__new_artist_calendars` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`artist_id` text NOT NULL,
	`account_id` text NOT NULL,
	`url` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`free_does_not_block` integer DEFAULT false NOT NULL,
	`read_only` integer DEFAULT false NOT NULL,
	`owned_by_login` integer DEFAULT true NOT NULL,
	`sync_token` text,
	`ctag` text,
	`last_listing_at` integer,
	`last_success_at` integer,
	`busy_from` integer,
	`busy_to` integer,
	`failure` text,
	`brake` text,
	`last_test` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`artist_id`) REFERENCES `artists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_artist_calendars`("id", "artist_id", "account_id", "url", "name", "role", "free_does_not_block", "read_only", "owned_by_login", "sync_token", "ctag", "last_listing_at", "last_success_at", "busy_from", "busy_to", "failure", "brake", "last_test", "created_at") SELECT "id", "artist_id", "account_id", "url", "name", "role", "free_does_not_block", "read_only", "owned_by_login", "sync_token", "ctag", "last_listing_at", "last_success_at", "busy_from", "busy_to", "failure", "brake", "last_test", "created_at" FROM `artist_calendars` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `artist_calendars`;--> statement-breakpoint
ALTER TABLE `__new_artist_calendars` RENAME TO `artist_calendars`;--> statement-breakpoint
CREATE UNIQUE INDEX `artist_calendars_id_unique` ON `artist_calendars` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_booking_calendar_per_artist` ON `artist_calendars` (`artist_id`) WHERE "artist_calendars"."role" = 'booking';--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_once_per_artist` ON `artist_calendars` (`artist_id`,`url`);--> statement-breakpoint
CREATE INDEX `calendars_by_account` ON `artist_calendars` (`account_id`);--> statement-breakpoint
CREATE TABLE `__new_busy_intervals` (
	`id` integer PRIMARY KEY NOT NULL,
	`object_id` integer NOT NULL,
	`calendar` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`title` text NOT NULL,
	`private` integer NOT NULL,
	`transparent` integer NOT NULL,
	`all_day` integer NOT NULL,
	FOREIGN KEY (`object_id`) REFERENCES `remote_objects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_busy_intervals`("id", "object_id", "calendar", "start", "end", "title", "private", "transparent", "all_day") SELECT busy."id", busy."object_id", calendar."number", busy."start", busy."end", busy."title", busy."private", busy."transparent", busy."all_day" FROM `busy_intervals` busy JOIN `artist_calendars` calendar ON calendar."id" = busy."calendar_id";--> statement-breakpoint
DROP TABLE `busy_intervals`;--> statement-breakpoint
ALTER TABLE `__new_busy_intervals` RENAME TO `busy_intervals`;--> statement-breakpoint
CREATE INDEX `busy_by_time` ON `busy_intervals` (`calendar`,`start`,`end`,`transparent`,`object_id`);--> statement-breakpoint
CREATE INDEX `long_busy_by_time` ON `busy_intervals` (`calendar`,`start`,`end`,`transparent`,`object_id`) WHERE "busy_intervals"."end" - "busy_intervals"."start" > 172800000;--> statement-breakpoint
CREATE INDEX `busy_by_object` ON `busy_intervals` (`object_id`);
