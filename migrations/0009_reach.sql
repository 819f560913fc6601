ALTER TABLE `remote_objects` ADD `reach_from` integer DEFAULT -8640000000000000 NOT NULL;--> statement-breakpoint
ALTER TABLE `remote_objects` ADD `reach_to` integer DEFAULT 8640000000000000 NOT NULL;--> statement-breakpoint
CREATE INDEX `objects_by_reach` ON `remote_objects` (`calendar_id`,`reach_to`);