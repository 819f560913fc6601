CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`base_url` text NOT NULL,
	`username` text NOT NULL,
	`calendar_base_path` text NOT NULL,
	`secret` blob,
	`frozen_at` integer,
	`blocked_until` integer,
	`blocked_by` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `alternates` (
	`appointment_id` text NOT NULL,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	PRIMARY KEY(`appointment_id`, `position`),
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`artist_id` text NOT NULL,
	`client_id` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`status` text NOT NULL,
	`deposit_cents` integer,
	`deposit_state` text DEFAULT 'none' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`placement` integer,
	`trouble` text,
	`accepted_overlap` text,
	`cancelled_by` text,
	`cancel_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`artist_id`) REFERENCES `artists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointments_by_artist` ON `appointments` (`artist_id`,`start`,`end`);--> statement-breakpoint
CREATE INDEX `appointments_by_start` ON `appointments` (`start`,`end`);--> statement-breakpoint
CREATE INDEX `appointments_by_client` ON `appointments` (`client_id`);--> statement-breakpoint
CREATE INDEX `appointments_by_status` ON `appointments` (`status`);--> statement-breakpoint
CREATE TABLE `artist_calendars` (
	`id` text PRIMARY KEY NOT NULL,
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
CREATE UNIQUE INDEX `one_booking_calendar_per_artist` ON `artist_calendars` (`artist_id`) WHERE "artist_calendars"."role" = 'booking';--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_once_per_artist` ON `artist_calendars` (`artist_id`,`url`);--> statement-breakpoint
CREATE INDEX `calendars_by_account` ON `artist_calendars` (`account_id`);--> statement-breakpoint
CREATE TABLE `artists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ink` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`hours` text NOT NULL,
	`session_minutes` integer DEFAULT 120 NOT NULL,
	`buffer_before` integer DEFAULT 0 NOT NULL,
	`buffer_after` integer DEFAULT 0 NOT NULL,
	`presets` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`appointment_id` text,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_appointment` ON `audit_log` (`appointment_id`,`id`);--> statement-breakpoint
CREATE TABLE `busy_intervals` (
	`id` integer PRIMARY KEY NOT NULL,
	`object_id` integer NOT NULL,
	`calendar_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`title` text NOT NULL,
	`private` integer NOT NULL,
	`transparent` integer NOT NULL,
	`all_day` integer NOT NULL,
	FOREIGN KEY (`object_id`) REFERENCES `remote_objects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `busy_by_time` ON `busy_intervals` (`calendar_id`,`start`,`end`);--> statement-breakpoint
CREATE INDEX `long_busy_by_time` ON `busy_intervals` (`calendar_id`,`start`,`end`) WHERE "busy_intervals"."end" - "busy_intervals"."start" > 172800000;--> statement-breakpoint
CREATE INDEX `busy_by_object` ON `busy_intervals` (`object_id`);--> statement-breakpoint
CREATE TABLE `calendar_sync_logs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`artist_id` text NOT NULL,
	`calendar_id` text NOT NULL,
	`direction` text NOT NULL,
	`trigger` text NOT NULL,
	`started_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`requests` integer NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`deleted` integer DEFAULT 0 NOT NULL,
	`pushed` integer DEFAULT 0 NOT NULL,
	`conflicts` integer DEFAULT 0 NOT NULL,
	`outcome` text NOT NULL,
	`error_kind` text,
	`message` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sync_logs_by_time` ON `calendar_sync_logs` (`started_at`);--> statement-breakpoint
CREATE INDEX `sync_logs_by_artist` ON `calendar_sync_logs` (`artist_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`email_key` text DEFAULT '' NOT NULL,
	`phone_key` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`allergies` text DEFAULT '' NOT NULL,
	`erased_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clients_by_name` ON `clients` (`name_key`);--> statement-breakpoint
CREATE INDEX `clients_by_email` ON `clients` (`email_key`);--> statement-breakpoint
CREATE INDEX `clients_by_phone` ON `clients` (`phone_key`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`artist_id` text NOT NULL,
	`appointment_id` text,
	`message` text NOT NULL,
	`seen` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notices_unseen` ON `notices` (`seen`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`intent` text NOT NULL,
	`phase` text DEFAULT 'ready' NOT NULL,
	`sending_hash` text,
	`sending_facts` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`number` integer NOT NULL,
	`calendar_id` text,
	`caldav_uid` text NOT NULL,
	`href` text NOT NULL,
	`caldav_etag` text,
	`base_text` text,
	`base_hash` text,
	`agreed` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`calendar_id`) REFERENCES `artist_calendars`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placements_by_number` ON `placements` (`appointment_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `placements_by_uid` ON `placements` (`caldav_uid`);--> statement-breakpoint
CREATE INDEX `placements_by_href` ON `placements` (`calendar_id`,`href`);--> statement-breakpoint
CREATE TABLE `remote_objects` (
	`id` integer PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`href` text NOT NULL,
	`uid` text,
	`etag` text,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`problem` text,
	FOREIGN KEY (`calendar_id`) REFERENCES `artist_calendars`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objects_by_href` ON `remote_objects` (`calendar_id`,`href`);--> statement-breakpoint
CREATE INDEX `objects_by_uid` ON `remote_objects` (`calendar_id`,`uid`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text NOT NULL,
	`more` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_of` ON `search_entries` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `time_off` (
	`id` text PRIMARY KEY NOT NULL,
	`artist_id` text,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`artist_id`) REFERENCES `artists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `time_off_by_end` ON `time_off` (`end`,`start`);--> statement-breakpoint
CREATE TABLE `trusted_certificates` (
	`host` text NOT NULL,
	`fingerprint` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`host`, `fingerprint`)
);
