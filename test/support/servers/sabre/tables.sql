CREATE TABLE principals (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  email TEXT,
  displayname TEXT,
  vcardurl TEXT
);

CREATE TABLE groupmembers (
  id INTEGER PRIMARY KEY,
  principal_id INTEGER NOT NULL REFERENCES principals (id),
  member_id INTEGER NOT NULL REFERENCES principals (id),
  UNIQUE (principal_id, member_id)
);

CREATE TABLE calendars (
  id INTEGER PRIMARY KEY,
  principaluri TEXT NOT NULL,
  uri TEXT NOT NULL,
  displayname TEXT,
  description TEXT,
  timezone TEXT,
  components TEXT,
  calendarcolor TEXT,
  calendarorder INTEGER DEFAULT 0,
  transparent INTEGER DEFAULT 0,
  ctag INTEGER DEFAULT 1,
  UNIQUE (principaluri, uri)
);

CREATE TABLE calendarobjects (
  id INTEGER PRIMARY KEY,
  calendarid INTEGER NOT NULL REFERENCES calendars (id),
  uri TEXT NOT NULL,
  calendardata BLOB NOT NULL,
  etag TEXT NOT NULL,
  size INTEGER NOT NULL,
  lastmodified INTEGER,
  componenttype TEXT,
  firstoccurence INTEGER,
  lastoccurence INTEGER,
  UNIQUE (calendarid, uri)
);
