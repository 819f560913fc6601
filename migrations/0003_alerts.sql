CREATE TABLE `alert_incidents` (
	`artist_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`failure` text NOT NULL,
	`told_at` integer,
	`last_told_at` integer,
	`reminders` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`artist_id`) REFERENCES `artists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `alert_queue` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL
);
