ALTER TABLE `calendar_sync_logs` ADD `said` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `said` text;--> statement-breakpoint
UPDATE `appointments`
  SET `trouble` = json_set(
    `trouble`,
    '$.ours', json_object('message', json_extract(`trouble`, '$.ours')),
    '$.theirs', json_object('message', json_extract(`trouble`, '$.theirs'))
  )
  WHERE json_type(`trouble`, '$.ours') = 'text' AND json_type(`trouble`, '$.theirs') = 'text';
