-- Words of search_entries, found by their beginnings, whatever their case and accents.
CREATE VIRTUAL TABLE `search_words` USING fts5(
  name, more,
  content='search_entries', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
--> statement-breakpoint
-- What is removed leaves no words behind: an erased client is gone from here as well.
INSERT INTO `search_words`(`search_words`, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `search_entry_added` AFTER INSERT ON `search_entries` BEGIN
  INSERT INTO search_words(rowid, name, more) VALUES (new.id, new.name, new.more);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entry_removed` AFTER DELETE ON `search_entries` BEGIN
  INSERT INTO search_words(search_words, rowid, name, more)
    VALUES ('delete', old.id, old.name, old.more);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entry_changed` AFTER UPDATE ON `search_entries`
WHEN new.name <> old.name OR new.more <> old.more BEGIN
  INSERT INTO search_words(search_words, rowid, name, more)
    VALUES ('delete', old.id, old.name, old.more);
  INSERT INTO search_words(rowid, name, more) VALUES (new.id, new.name, new.more);
END;
--> statement-breakpoint
CREATE TRIGGER `search_artist_added` AFTER INSERT ON `artists` BEGIN
  INSERT INTO search_entries(kind, subject_id, name, more) VALUES ('artist', new.id, new.name, '');
END;
--> statement-breakpoint
CREATE TRIGGER `search_artist_changed` AFTER UPDATE OF `name` ON `artists`
WHEN new.name <> old.name BEGIN
  UPDATE search_entries SET name = new.name WHERE kind = 'artist' AND subject_id = new.id;
  UPDATE search_entries SET more = appointments.description || ' ' || new.name
    FROM appointments
    WHERE appointments.artist_id = new.id
      AND kind = 'appointment' AND subject_id = appointments.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_artist_removed` AFTER DELETE ON `artists` BEGIN
  DELETE FROM search_entries WHERE kind = 'artist' AND subject_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_client_added` AFTER INSERT ON `clients` BEGIN
  INSERT INTO search_entries(kind, subject_id, name, more)
    VALUES ('client', new.id, new.name, new.email || ' ' || new.phone);
END;
--> statement-breakpoint
CREATE TRIGGER `search_client_changed` AFTER UPDATE OF `name`, `email`, `phone`, `erased_at` ON `clients` BEGIN
  UPDATE search_entries SET name = new.name, more = new.email || ' ' || new.phone
    WHERE kind = 'client' AND subject_id = new.id;
  DELETE FROM search_entries
    WHERE kind = 'client' AND subject_id = new.id AND new.erased_at IS NOT NULL;
  UPDATE search_entries SET name = new.name
    FROM appointments
    WHERE new.name <> old.name AND appointments.client_id = new.id
      AND kind = 'appointment' AND subject_id = appointments.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_client_removed` AFTER DELETE ON `clients` BEGIN
  DELETE FROM search_entries WHERE kind = 'client' AND subject_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_appointment_added` AFTER INSERT ON `appointments` BEGIN
  INSERT INTO search_entries(kind, subject_id, name, more)
    SELECT 'appointment', new.id, clients.name, new.description || ' ' || artists.name
    FROM clients, artists WHERE clients.id = new.client_id AND artists.id = new.artist_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_appointment_changed` AFTER UPDATE OF `client_id`, `artist_id`, `description` ON `appointments` BEGIN
  UPDATE search_entries
    SET name = clients.name, more = new.description || ' ' || artists.name
    FROM clients, artists
    WHERE kind = 'appointment' AND subject_id = new.id
      AND clients.id = new.client_id AND artists.id = new.artist_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_appointment_removed` AFTER DELETE ON `appointments` BEGIN
  DELETE FROM search_entries WHERE kind = 'appointment' AND subject_id = old.id;
END;
