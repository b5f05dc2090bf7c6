internal import GRDB

/// The tables of the database and how an older file becomes one of today.
///
/// Times are whole seconds since 1970, UTC. Every step is one transaction and is never changed once
/// it was released; a change is a new step.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: feeds, conversations, posts") { database in
      try database.execute(sql: first)
    }
    migrator.registerMigration("2: an index of words") { database in
      try database.execute(sql: second)
    }
    migrator.registerMigration("3: profiles that were used") { database in
      try database.execute(sql: third)
    }
    migrator.registerMigration("4: a ledger, and more about posts") { database in
      try database.execute(sql: fourth)
    }
    migrator.registerMigration("5: replies that wait, cross-posts") { database in
      try database.execute(sql: fifth)
      try CrossPostRecorder(database: database).recordAll()
    }
    migrator.registerMigration("6: cues of posts, and clocks of communities") { database in
      try database.execute(sql: sixth)
    }
    migrator.registerMigration("7: what is snoozed or claimed is found") { database in
      try database.execute(sql: seventh)
    }
    migrator.registerMigration("8: how feeds fare") { database in
      try database.execute(sql: eighth)
    }
    return migrator
  }

  /// Nothing is kept in `fresh_until` any more: it stays because rows of a damaged file are told by the
  /// number and the order of their columns, and that file may be an older one.
  private static let first = """
    CREATE TABLE feeds (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE,        -- as subscribed
      title TEXT NOT NULL DEFAULT '',  -- as the feed calls itself
      notes INTEGER NOT NULL DEFAULT 0,  -- oddities survived in the last document
      validator_url TEXT, etag BLOB, last_modified BLOB,
      attempted INTEGER, succeeded INTEGER, fresh_until INTEGER, next_due INTEGER,
      lifetime INTEGER, interval INTEGER,  -- what the server and the feed ask for, in seconds
      skip_hours TEXT NOT NULL DEFAULT '', skip_days TEXT NOT NULL DEFAULT '',  -- as "0 1 2"
      failures INTEGER NOT NULL DEFAULT 0,
      status INTEGER,
      problem TEXT NOT NULL DEFAULT '',
      moved_to TEXT,
      state TEXT NOT NULL DEFAULT 'active'
    );
    CREATE TABLE closures (
      host TEXT PRIMARY KEY,
      until INTEGER NOT NULL,
      strikes INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE conversations (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,       -- the stable id that people see
      thread TEXT NOT NULL UNIQUE,     -- the identity by which posts find it
      state TEXT NOT NULL DEFAULT 'new',
      changed INTEGER                  -- when the team last decided
    );
    CREATE INDEX conversations_by_state ON conversations(state) WHERE state <> 'new';
    CREATE TABLE posts (
      id INTEGER PRIMARY KEY,
      feed INTEGER NOT NULL REFERENCES feeds(id),
      conversation INTEGER NOT NULL REFERENCES conversations(id),
      guid TEXT NOT NULL,
      community TEXT NOT NULL,
      discussion TEXT, link TEXT, author TEXT,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      published INTEGER, edited INTEGER,
      seen INTEGER NOT NULL,           -- when it first came in
      activity INTEGER NOT NULL,       -- when somebody last said something by it
      tags TEXT NOT NULL,              -- one a line
      is_reply INTEGER NOT NULL, parent TEXT,
      replies INTEGER,                 -- NULL is unknown
      external TEXT,
      UNIQUE (feed, guid)
    );
    CREATE TABLE expressions (         -- how common the profile's expressions are
      language TEXT NOT NULL,
      expression TEXT NOT NULL,        -- '' stands for all words
      posts INTEGER NOT NULL,          -- how many posts were searched for it
      matches INTEGER NOT NULL,        -- how many of them it stands in
      title_words INTEGER NOT NULL DEFAULT 0, body_words INTEGER NOT NULL DEFAULT 0,
      up_to INTEGER NOT NULL,          -- the last post that was searched
      PRIMARY KEY (language, expression)
    ) WITHOUT ROWID;
    CREATE TABLE learned (             -- what was learned from the posts for a profile
      fingerprint TEXT PRIMARY KEY,    -- of the profile
      last_post INTEGER NOT NULL,      -- the last post that was learned from
      words BLOB NOT NULL              -- as JSON
    ) WITHOUT ROWID;
    CREATE INDEX posts_by_conversation ON posts(conversation);
    CREATE INDEX posts_by_activity ON posts(activity, conversation);
    CREATE INDEX posts_by_link ON posts(feed, link) WHERE link IS NOT NULL;
    """

  /// What a segment or a form holds is coded by those who ask for it; here it is only found.
  private static let second = """
    DROP TABLE expressions;
    CREATE TABLE forms (               -- every word as it is written
      id INTEGER PRIMARY KEY,
      folded TEXT NOT NULL,
      surface TEXT,                    -- NULL is the same as folded
      stem TEXT,                       -- NULL is the same as folded
      language TEXT NOT NULL           -- whose stem it is
    );
    CREATE INDEX forms_by_folded ON forms(folded);
    CREATE INDEX forms_by_stem ON forms(stem) WHERE stem IS NOT NULL;
    CREATE TABLE segments (            -- posts that were indexed together
      -- Of two that hold a post the higher one is right. None is given twice: who reads a segment
      -- while another run takes it away must not find another one under its number.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      language TEXT NOT NULL,          -- the profile's when it was made
      languages TEXT NOT NULL,         -- those of its posts, as "english german"
      posts INTEGER NOT NULL, title_words INTEGER NOT NULL, body_words INTEGER NOT NULL,
      numbers BLOB NOT NULL            -- which posts, and how long they are
    );
    CREATE TABLE postings (            -- where a form stands in a segment
      segment INTEGER NOT NULL, form INTEGER NOT NULL,
      posts INTEGER NOT NULL,          -- in how many posts
      places BLOB NOT NULL,
      PRIMARY KEY (segment, form)
    ) WITHOUT ROWID;
    CREATE TABLE unindexed (           -- posts that are new or changed since they were indexed
      post INTEGER PRIMARY KEY
    );
    INSERT INTO unindexed SELECT id FROM posts;
    CREATE TABLE matches (             -- in how many posts of a segment an expression stands
      expression TEXT NOT NULL,
      segment INTEGER NOT NULL,
      posts INTEGER NOT NULL,
      PRIMARY KEY (expression, segment)
    ) WITHOUT ROWID;
    CREATE INDEX matches_by_segment ON matches(segment);
    """

  private static let third = """
    CREATE TABLE used_profiles (       -- the profiles that conversations were listed by, the last few
      id INTEGER PRIMARY KEY,          -- the later the greater
      fingerprint TEXT NOT NULL,
      text BLOB NOT NULL,              -- the file as it stood
      used INTEGER NOT NULL
    );
    """

  /// The state of a conversation is that of its last act that stands; it is kept beside the conversation
  /// so that listings need not read the ledger.
  private static let fourth = """
    ALTER TABLE posts ADD COLUMN votes INTEGER;        -- NULL is unknown
    ALTER TABLE posts ADD COLUMN access TEXT NOT NULL DEFAULT 'open';
    ALTER TABLE posts ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE posts ADD COLUMN replies_feed TEXT;
    ALTER TABLE conversations ADD COLUMN snoozed_until INTEGER;
    ALTER TABLE conversations ADD COLUMN claimed_by TEXT;  -- NULL is nobody
    CREATE TABLE acts (                -- what the team did; nothing is ever taken out
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      conversation INTEGER NOT NULL REFERENCES conversations(id),
      kind TEXT NOT NULL,              -- saved joined skipped snoozed reopened claimed released noted
      person TEXT NOT NULL DEFAULT '',
      contribution TEXT,               -- of joined: helped asked shared mentioned-us, or NULL
      note TEXT NOT NULL DEFAULT '',
      until INTEGER,                   -- of snoozed
      at INTEGER NOT NULL,
      command INTEGER NOT NULL,        -- acts of one command have one number, and are undone together
      undone INTEGER                   -- when it was taken back; NULL is not
    );
    CREATE INDEX acts_by_conversation ON acts(conversation);
    INSERT INTO acts (conversation, kind, at, command)
      SELECT id, state, coalesce(changed, 0), id FROM conversations WHERE state <> 'new';
    """

  private static let fifth = """
    -- A reply may name its parent by its id alone: then this is its own thread, that of its conversation
    -- being the parent's once that is there. NULL is the thread of the conversation.
    ALTER TABLE posts ADD COLUMN thread TEXT;
    CREATE INDEX posts_by_guid ON posts(guid);
    CREATE INDEX posts_by_parent ON posts(parent) WHERE parent IS NOT NULL;
    -- Where the posts of a conversation went that has none left: its id still finds them.
    ALTER TABLE conversations ADD COLUMN joined_to INTEGER REFERENCES conversations(id);
    CREATE INDEX conversations_by_joined_to ON conversations(joined_to)
      WHERE joined_to IS NOT NULL;
    CREATE TABLE likenesses (          -- what cross-posts are found by
      key INTEGER NOT NULL,            -- of a page that an opening points at, or of its words
      post INTEGER NOT NULL,
      PRIMARY KEY (key, post)
    ) WITHOUT ROWID;
    CREATE TABLE cross_posts (         -- openings that are one thing said twice, each both ways
      conversation INTEGER NOT NULL, other INTEGER NOT NULL,
      post INTEGER NOT NULL, other_post INTEGER NOT NULL,
      key INTEGER NOT NULL,            -- by which the one was found from the other
      PRIMARY KEY (conversation, other, post, other_post, key)
    ) WITHOUT ROWID;
    """

  /// The index holds the cues of each post beside its length: it is made anew.
  private static let sixth = """
    DELETE FROM postings;
    DELETE FROM matches;
    DELETE FROM segments;
    DELETE FROM forms;
    INSERT OR IGNORE INTO unindexed SELECT id FROM posts;
    CREATE TABLE delays (              -- how long after the opening of its thread a reply came
      post INTEGER PRIMARY KEY,        -- the reply
      community TEXT NOT NULL,
      conversation INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      seconds INTEGER NOT NULL
    );
    CREATE INDEX delays_by_community ON delays(community, post);
    CREATE TABLE clocks (              -- how long people go on answering, where enough was seen
      community TEXT PRIMARY KEY,
      half INTEGER NOT NULL,           -- the age of a thread by which half of its replies have come
      most INTEGER NOT NULL            -- … and nine in ten
    ) WITHOUT ROWID;
    """

  /// Few conversations are either, and each listing asks for them.
  private static let seventh = """
    CREATE INDEX conversations_by_snooze ON conversations(snoozed_until)
      WHERE snoozed_until IS NOT NULL;
    CREATE INDEX conversations_by_claim ON conversations(claimed_by) WHERE claimed_by IS NOT NULL;
    """

  /// What was failing before is known to have failed at its last attempt.
  private static let eighth = """
    ALTER TABLE feeds ADD COLUMN failing_since INTEGER;     -- the first failure in a row
    ALTER TABLE feeds ADD COLUMN succeeded_before INTEGER;  -- the reading before that of succeeded
    -- The last document of its own that listed the newest first: its entries, the oldest of them, and
    -- when it came.
    ALTER TABLE feeds ADD COLUMN window_length INTEGER;
    ALTER TABLE feeds ADD COLUMN window_oldest INTEGER;
    ALTER TABLE feeds ADD COLUMN window_read INTEGER;
    -- When a document of its own had posts that should have come in an answer for several feeds.
    ALTER TABLE feeds ADD COLUMN missed_together INTEGER;
    -- Between which moments posts may have been missed, when that was noticed, and when it was read
    -- before.
    ALTER TABLE feeds ADD COLUMN gap_from INTEGER;
    ALTER TABLE feeds ADD COLUMN gap_until INTEGER;
    ALTER TABLE feeds ADD COLUMN gap_noticed INTEGER;
    ALTER TABLE feeds ADD COLUMN gap_after INTEGER;
    UPDATE feeds SET failing_since = attempted WHERE failures > 0;
    """
}
