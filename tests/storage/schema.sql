CREATE INDEX ix_actor_mentions_actor_id ON actor_mentions (actor_id);

CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);

CREATE INDEX ix_articles_published ON articles (published);

CREATE INDEX ix_articles_record_id ON articles (record_id);

CREATE INDEX ix_edits_target_key ON edits (target_key);

CREATE INDEX ix_event_links_other_key ON event_links (other_key);

CREATE INDEX ix_events_label_sort_key ON events (label, sort_key);

CREATE INDEX ix_events_long_range ON events (last_day, first_day, sort_key) WHERE long_range = 1;

CREATE INDEX ix_events_sort_key ON events (sort_key);

CREATE INDEX ix_events_status_sort_key ON events (status, sort_key);

CREATE INDEX ix_events_type_sort_key ON events (type, sort_key);

CREATE INDEX ix_mentions_event_id ON mentions (event_id);

CREATE INDEX ix_participants_actor_id_sort_key ON participants (actor_id, sort_key);

CREATE INDEX ix_participants_actor_id_type_sort_key ON participants (actor_id, type, sort_key);

CREATE INDEX ix_places_name ON places (name);

CREATE INDEX ix_redirects_new_key ON redirects (new_key);

CREATE INDEX ix_stated_countries_article_id ON stated_countries (article_id);

CREATE INDEX ix_stories_last_day ON stories (last_day);

CREATE INDEX ix_stories_slug ON stories (slug);

CREATE INDEX ix_story_articles_article_id ON story_articles (article_id);

CREATE INDEX ix_story_events_event_id ON story_events (event_id);

CREATE INDEX ix_story_events_story_id_sort_key ON story_events (story_id, sort_key);

CREATE TABLE actor_mentions (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT,
	titles TEXT,
	spans TEXT,
	"key" TEXT NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT fk_actor_mentions_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id),
	CONSTRAINT fk_actor_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_actor_mentions PRIMARY KEY (article_id, position)
 STRICT;

CREATE TABLE actor_names (
	actor_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT ck_actor_names_kind CHECK (kind IN ('alias', 'title')),
	CONSTRAINT fk_actor_names_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE,
	CONSTRAINT pk_actor_names PRIMARY KEY (actor_id, kind, name)
 STRICT;

CREATE TABLE actors (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT,
	code TEXT,
	same_as TEXT,
),
	CONSTRAINT ck_actors_kind CHECK (kind IN ('person', 'organisation', 'group', 'country', 'role', 'unnamed')),
	CONSTRAINT pk_actors PRIMARY KEY (id),
	CONSTRAINT uq_actors_key UNIQUE ("key")
 STRICT;

CREATE TABLE article_versions (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	title TEXT,
	subtitle TEXT,
	text TEXT NOT NULL,
	blocks TEXT,
	authors TEXT,
	dateline TEXT,
	credits TEXT,
	language TEXT,
	modified TEXT,
	modified_precision TEXT,
	modified_basis TEXT NOT NULL,
	modified_text TEXT,
	wire TEXT,
	correction TEXT,
	sentences TEXT,
	problems TEXT,
	seen_at TEXT,
),
	CONSTRAINT ck_article_versions_modified_basis CHECK (modified_basis IN ('given', 'metadata', 'feed', 'url', 'dateline', 'filename', 'inferred', 'none')),
	CONSTRAINT fk_article_versions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_article_versions PRIMARY KEY (id),
	CONSTRAINT uq_article_versions_article_id_number UNIQUE (article_id, number)
 STRICT;

CREATE TABLE articles (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	outlet_id INTEGER,
	version_id INTEGER NOT NULL,
	url TEXT,
	canonical_url TEXT,
	record_id TEXT,
	path TEXT,
	format TEXT NOT NULL,
	published TEXT,
	published_precision TEXT,
	published_basis TEXT NOT NULL,
	published_text TEXT,
	published_on TEXT,
	machine_published TEXT,
	copy_of_id INTEGER,
	first_seen_at TEXT,
	updated_at TEXT,
),
	CONSTRAINT ck_articles_published_basis CHECK (published_basis IN ('given', 'metadata', 'feed', 'url', 'dateline', 'filename', 'inferred', 'none')),
	CONSTRAINT fk_articles_copy_of_id_articles FOREIGN KEY(copy_of_id) REFERENCES articles (id),
	CONSTRAINT fk_articles_outlet_id_outlets FOREIGN KEY(outlet_id) REFERENCES outlets (id),
	CONSTRAINT pk_articles PRIMARY KEY (id),
	CONSTRAINT uq_articles_key UNIQUE ("key")
 STRICT;

CREATE TABLE conflict_values (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	article_keys TEXT,
	source_count INTEGER NOT NULL,
	sources TEXT,
	chosen INTEGER NOT NULL,
	reason TEXT NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT ck_conflict_values_chosen CHECK (chosen IN (0, 1)),
	CONSTRAINT fk_conflict_values_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT pk_conflict_values PRIMARY KEY (event_id, position)
 STRICT;

CREATE TABLE counts (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	minimum INTEGER,
	maximum INTEGER,
	approximate INTEGER NOT NULL,
	text TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	article_id INTEGER,
),
 WITHOUT ROWID,
	CONSTRAINT ck_counts_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_counts_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_counts_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id),
	CONSTRAINT fk_counts_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT pk_counts PRIMARY KEY (event_id, position)
 STRICT;

CREATE TABLE edits (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	target_key TEXT NOT NULL,
	field TEXT NOT NULL,
	machine_value TEXT,
	human_value TEXT,
	at TEXT NOT NULL,
	"by" TEXT,
	note TEXT,
	active INTEGER NOT NULL,
),
	CONSTRAINT ck_edits_active CHECK (active IN (0, 1)),
	CONSTRAINT pk_edits PRIMARY KEY (id),
	CONSTRAINT uq_edits_key UNIQUE ("key")
 STRICT;

CREATE TABLE event_links (
	event_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	other_key TEXT NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT ck_event_links_kind CHECK (kind IN ('same_as', 'part_of', 'about', 'before', 'after', 'outcome_of', 'contradicts')),
	CONSTRAINT fk_event_links_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT pk_event_links PRIMARY KEY (event_id, kind, other_key)
 STRICT;

CREATE TABLE events (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	title TEXT NOT NULL,
	type TEXT NOT NULL,
	mode TEXT,
	label TEXT NOT NULL,
	status TEXT NOT NULL,
	factuality TEXT NOT NULL,
	polarity TEXT NOT NULL,
	aspect TEXT NOT NULL,
	salience TEXT NOT NULL,
	first_day TEXT,
	last_day TEXT,
	granularity TEXT,
	part_of_day TEXT,
	time TEXT,
	bound TEXT,
	approximate INTEGER NOT NULL,
	uncertain INTEGER NOT NULL,
	basis TEXT,
	edtf TEXT,
	display TEXT,
	sort_key TEXT,
	long_range INTEGER NOT NULL,
	deadline TEXT,
	deadline_day TEXT,
	duration TEXT,
	contexts TEXT,
	source_count INTEGER NOT NULL,
	article_count INTEGER NOT NULL,
	mention_count INTEGER NOT NULL,
	edited INTEGER NOT NULL,
	hidden INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	fingerprint TEXT NOT NULL,
	first_seen_at TEXT,
	updated_at TEXT,
),
	CONSTRAINT ck_events_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_events_aspect CHECK (aspect IN ('prospective', 'begun', 'ongoing', 'completed')),
	CONSTRAINT ck_events_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_events_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_events_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_events_edited CHECK (edited IN (0, 1)),
	CONSTRAINT ck_events_factuality CHECK (factuality IN ('happened', 'planned', 'called_for', 'possible', 'denied', 'reported')),
	CONSTRAINT ck_events_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_events_hidden CHECK (hidden IN (0, 1)),
	CONSTRAINT ck_events_long_range CHECK (long_range IN (0, 1)),
	CONSTRAINT ck_events_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_events_polarity CHECK (polarity IN ('positive', 'negative')),
	CONSTRAINT ck_events_salience CHECK (salience IN ('core', 'secondary', 'background')),
	CONSTRAINT ck_events_status CHECK (status IN ('happened', 'ongoing', 'planned', 'called_for', 'possible', 'reported', 'denied', 'disputed', 'cancelled', 'postponed', 'unconfirmed')),
	CONSTRAINT ck_events_type CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'VOTE', 'RULING', 'LEGISLATE', 'PERSONNEL', 'DEATH', 'INJURY', 'DISASTER', 'CRIME', 'BUSINESS', 'LAUNCH', 'MARKET', 'SPORT', 'MOVE', 'CEREMONY', 'DISCOVERY', 'OTHER')),
	CONSTRAINT ck_events_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT pk_events PRIMARY KEY (id),
	CONSTRAINT uq_events_key UNIQUE ("key")
 STRICT;

CREATE TABLE mentions (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	event_id INTEGER,
	position INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	lemma TEXT NOT NULL,
	sentence INTEGER NOT NULL,
	type TEXT NOT NULL,
	mode TEXT,
	label TEXT NOT NULL,
	factuality TEXT NOT NULL,
	polarity TEXT NOT NULL,
	aspect TEXT NOT NULL,
	salience TEXT NOT NULL,
	evidence_start_char INTEGER NOT NULL,
	evidence_end_char INTEGER NOT NULL,
	more_evidence TEXT,
	first_day TEXT,
	last_day TEXT,
	granularity TEXT,
	part_of_day TEXT,
	time TEXT,
	bound TEXT,
	approximate INTEGER NOT NULL,
	uncertain INTEGER NOT NULL,
	basis TEXT,
	timex INTEGER,
	timex_rule TEXT NOT NULL,
	timex_bound TEXT NOT NULL,
	deadline_timex INTEGER,
	duration_timex INTEGER,
	deadline TEXT,
	duration TEXT,
	actors TEXT,
	recipients TEXT,
	about TEXT,
	places TEXT,
	counts TEXT,
	attribution TEXT,
	source TEXT,
	source_kind TEXT,
	quotation INTEGER,
	contexts TEXT,
	title TEXT NOT NULL,
	article_event INTEGER NOT NULL,
	rule TEXT NOT NULL,
	cue_start_char INTEGER,
	cue_end_char INTEGER,
	cue TEXT,
	main INTEGER NOT NULL,
),
	CONSTRAINT ck_mentions_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_mentions_aspect CHECK (aspect IN ('prospective', 'begun', 'ongoing', 'completed')),
	CONSTRAINT ck_mentions_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_mentions_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_mentions_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_mentions_evidence_span CHECK (0 <= evidence_start_char AND evidence_start_char < evidence_end_char),
	CONSTRAINT ck_mentions_factuality CHECK (factuality IN ('happened', 'planned', 'called_for', 'possible', 'denied', 'reported')),
	CONSTRAINT ck_mentions_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_mentions_main CHECK (main IN (0, 1)),
	CONSTRAINT ck_mentions_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_mentions_polarity CHECK (polarity IN ('positive', 'negative')),
	CONSTRAINT ck_mentions_salience CHECK (salience IN ('core', 'secondary', 'background')),
	CONSTRAINT ck_mentions_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT ck_mentions_type CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'VOTE', 'RULING', 'LEGISLATE', 'PERSONNEL', 'DEATH', 'INJURY', 'DISASTER', 'CRIME', 'BUSINESS', 'LAUNCH', 'MARKET', 'SPORT', 'MOVE', 'CEREMONY', 'DISCOVERY', 'OTHER')),
	CONSTRAINT ck_mentions_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT fk_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_mentions_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE SET NULL,
	CONSTRAINT pk_mentions PRIMARY KEY (id),
	CONSTRAINT uq_mentions_article_id_position UNIQUE (article_id, position),
	CONSTRAINT uq_mentions_key UNIQUE ("key")
 STRICT;

CREATE TABLE outlets (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	domain TEXT,
	country TEXT,
	language TEXT,
	timezone TEXT,
),
	CONSTRAINT pk_outlets PRIMARY KEY (id),
	CONSTRAINT uq_outlets_key UNIQUE ("key")
 STRICT;

CREATE TABLE participants (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role TEXT NOT NULL,
	actor_id INTEGER,
	name TEXT NOT NULL,
	kind TEXT,
	country TEXT,
	code TEXT,
	text TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	article_id INTEGER,
	type TEXT NOT NULL,
	sort_key TEXT,
),
 WITHOUT ROWID,
	CONSTRAINT ck_participants_role CHECK (role IN ('agent', 'speaker', 'party', 'recipient', 'patient', 'theme', 'counterpart')),
	CONSTRAINT ck_participants_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_participants_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id),
	CONSTRAINT fk_participants_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id),
	CONSTRAINT fk_participants_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT pk_participants PRIMARY KEY (event_id, position)
 STRICT;

CREATE TABLE places (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role TEXT NOT NULL,
	name TEXT NOT NULL,
	country TEXT,
	latitude REAL,
	longitude REAL,
	text TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	article_id INTEGER,
	kind TEXT NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT ck_places_kind CHECK (kind IN ('site', 'town', 'city', 'region', 'country', 'world', 'place')),
	CONSTRAINT ck_places_role CHECK (role IN ('venue', 'destination', 'origin', 'about')),
	CONSTRAINT ck_places_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_places_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id),
	CONSTRAINT fk_places_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT pk_places PRIMARY KEY (event_id, position)
 STRICT;

CREATE TABLE quotations (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	more_content TEXT,
	source_spans TEXT,
	cue_spans TEXT,
	speaker TEXT,
	speaker_key TEXT,
),
 WITHOUT ROWID,
	CONSTRAINT ck_quotations_kind CHECK (kind IN ('direct', 'mixed', 'indirect')),
	CONSTRAINT ck_quotations_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_quotations_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_quotations PRIMARY KEY (article_id, position)
 STRICT;

CREATE TABLE redirects (
	old_key TEXT NOT NULL,
	new_key TEXT NOT NULL,
	reason TEXT NOT NULL,
	at TEXT,
),
 WITHOUT ROWID,
	CONSTRAINT pk_redirects PRIMARY KEY (old_key)
 STRICT;

CREATE TABLE run_items (
	run_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	path TEXT,
	outcome TEXT NOT NULL,
	reason TEXT,
	article_key TEXT,
	event_count INTEGER NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT ck_run_items_outcome CHECK (outcome IN ('new', 'unchanged', 'updated', 'duplicate', 'failed')),
	CONSTRAINT fk_run_items_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE,
	CONSTRAINT pk_run_items PRIMARY KEY (run_id, position)
 STRICT;

CREATE TABLE runs (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	started_at TEXT,
	finished_at TEXT,
	version TEXT NOT NULL,
	inputs TEXT,
	new_count INTEGER NOT NULL,
	unchanged_count INTEGER NOT NULL,
	updated_count INTEGER NOT NULL,
	duplicate_count INTEGER NOT NULL,
	failed_count INTEGER NOT NULL,
),
	CONSTRAINT pk_runs PRIMARY KEY (id),
	CONSTRAINT uq_runs_key UNIQUE ("key")
 STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(title, quote, content='mention_texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE sketches (
	article_id INTEGER NOT NULL,
	sketch BLOB NOT NULL,
),
	CONSTRAINT fk_sketches_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_sketches PRIMARY KEY (article_id)
 STRICT;

CREATE TABLE stated_countries (
	"key" TEXT NOT NULL,
	country TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	calling TEXT NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT fk_stated_countries_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_stated_countries PRIMARY KEY ("key", country, article_id)
 STRICT;

CREATE TABLE stories (
	id INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	status TEXT NOT NULL,
	language TEXT,
	first_day TEXT,
	last_day TEXT,
	source_count INTEGER NOT NULL,
	article_count INTEGER NOT NULL,
	event_count INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	fingerprint TEXT NOT NULL,
	first_seen_at TEXT,
	updated_at TEXT,
),
	CONSTRAINT ck_stories_status CHECK (status IN ('ongoing', 'closed', 'merged')),
	CONSTRAINT pk_stories PRIMARY KEY (id),
	CONSTRAINT uq_stories_key UNIQUE ("key")
 STRICT;

CREATE TABLE story_articles (
	story_id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
),
 WITHOUT ROWID,
	CONSTRAINT fk_story_articles_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_story_articles_story_id_stories FOREIGN KEY(story_id) REFERENCES stories (id) ON DELETE CASCADE,
	CONSTRAINT pk_story_articles PRIMARY KEY (story_id, article_id)
 STRICT;

CREATE TABLE story_events (
	story_id INTEGER NOT NULL,
	event_id INTEGER NOT NULL,
	sort_key TEXT,
),
 WITHOUT ROWID,
	CONSTRAINT fk_story_events_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT fk_story_events_story_id_stories FOREIGN KEY(story_id) REFERENCES stories (id) ON DELETE CASCADE,
	CONSTRAINT pk_story_events PRIMARY KEY (story_id, event_id)
 STRICT;

CREATE TABLE time_expressions (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	sentence INTEGER NOT NULL,
	type TEXT NOT NULL,
	unresolved TEXT NOT NULL,
	value TEXT NOT NULL,
	mod TEXT,
	quant TEXT,
	freq TEXT,
	signal TEXT,
	cue TEXT,
	cue_text TEXT,
	reference TEXT,
	rule TEXT NOT NULL,
	first_day TEXT,
	last_day TEXT,
	granularity TEXT,
	part_of_day TEXT,
	time TEXT,
	bound TEXT,
	approximate INTEGER NOT NULL,
	uncertain INTEGER NOT NULL,
	basis TEXT,
	anchor TEXT,
	alternatives TEXT,
	partner INTEGER,
	resolved_basis TEXT,
),
 WITHOUT ROWID,
	CONSTRAINT ck_time_expressions_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_time_expressions_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_time_expressions_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_time_expressions_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_time_expressions_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_time_expressions_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_time_expressions_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT ck_time_expressions_type CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
	CONSTRAINT ck_time_expressions_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT fk_time_expressions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT pk_time_expressions PRIMARY KEY (article_id, position)
 STRICT;

CREATE VIEW acled AS
SELECT c.event_id_cnty, c.event_date, c.year, c.time_precision,
  CASE
    WHEN c.sub_event_type IN ('Armed clash', 'Air/drone strike', 'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED', 'Suicide bomb', 'Chemical weapon', 'Abduction/forced disappearance', 'Sexual violence', 'Attack') THEN 'Political violence'
    WHEN c.sub_event_type IN ('Protest with intervention', 'Peaceful protest', 'Violent demonstration') THEN 'Demonstrations'
    WHEN c.sub_event_type IN ('Looting/property destruction', 'Arrests', 'Disrupted weapons use', 'Agreement', 'Change to group/activity', 'Headquarters or base established') THEN 'Strategic developments'
  END AS disorder_type,
  CASE
    WHEN c.sub_event_type IN ('Armed clash') THEN 'Battles'
    WHEN c.sub_event_type IN ('Air/drone strike', 'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED', 'Suicide bomb', 'Chemical weapon') THEN 'Explosions/Remote violence'
    WHEN c.sub_event_type IN ('Abduction/forced disappearance', 'Sexual violence', 'Attack') THEN 'Violence against civilians'
    WHEN c.sub_event_type IN ('Protest with intervention', 'Peaceful protest') THEN 'Protests'
    WHEN c.sub_event_type IN ('Violent demonstration') THEN 'Riots'
    WHEN c.sub_event_type IN ('Looting/property destruction', 'Arrests', 'Disrupted weapons use', 'Agreement', 'Change to group/activity', 'Headquarters or base established') THEN 'Strategic developments'
  END AS event_type,
  c.sub_event_type, c.actor1, NULL AS assoc_actor_1, c.inter1, c.actor2, NULL AS assoc_actor_2, c.inter2,
  c.country, c.location, c.latitude, c.longitude, c.geo_precision, c.source, NULL AS source_scale, c.notes,
  c.fatalities, c.timestamp
FROM (
SELECT e.key AS event_id_cnty, e.first_day AS event_date, CAST(substr(e.first_day, 1, 4) AS INTEGER) AS year,
  CASE WHEN e.first_day = e.last_day THEN 1 WHEN e.granularity IN ('weekend', 'week') THEN 2
    WHEN e.granularity = 'month' THEN 3 END AS time_precision,
  CASE
    WHEN e.type = 'ASSAULT' AND e.label IN ('exchange of fire', 'defeat') THEN 'Armed clash'
    WHEN e.type = 'ASSAULT' AND e.label IN ('attack', 'killing', 'shooting', 'beating', 'execution', 'assassination', 'stabbing', 'vehicle attack') AND (substr(coalesce(e.code_1, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('MIL', 'REB', 'COP')) AND (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'REB', 'COP')) THEN 'Armed clash'
    WHEN e.type = 'ASSAULT' AND e.label IN ('air strike', 'drone strike') THEN 'Air/drone strike'
    WHEN e.type = 'ASSAULT' AND e.label IN ('shelling') THEN 'Shelling/artillery/missile attack'
    WHEN e.type = 'ASSAULT' AND e.label IN ('bombing', 'explosion') THEN 'Remote explosive/landmine/IED'
    WHEN e.type = 'ASSAULT' AND e.label IN ('suicide attack') THEN 'Suicide bomb'
    WHEN e.type = 'ASSAULT' AND e.label IN ('chemical attack') THEN 'Chemical weapon'
    WHEN e.type = 'ASSAULT' AND e.label IN ('abduction', 'captivity') THEN 'Abduction/forced disappearance'
    WHEN e.type = 'ASSAULT' AND e.label IN ('sexual assault') THEN 'Sexual violence'
    WHEN e.type = 'ASSAULT' AND e.label IN ('attack', 'killing', 'shooting', 'beating', 'execution', 'assassination', 'stabbing', 'vehicle attack', 'torture', 'human shields') AND (e.kind_2 IN ('person', 'group', 'role', 'unnamed') AND NOT (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'REB', 'COP'))) THEN 'Attack'
    WHEN e.type = 'ASSAULT' AND e.label IN ('crowd control') THEN 'Protest with intervention'
    WHEN e.type = 'PROTEST' AND e.label IN ('protest', 'march', 'rally', 'hunger strike', 'blockade') THEN 'Peaceful protest'
    WHEN e.type = 'PROTEST' AND e.label IN ('riot', 'clash', 'vandalism') THEN 'Violent demonstration'
    WHEN e.type = 'ASSAULT' AND e.label IN ('destruction', 'vandalism', 'looting', 'arson') THEN 'Looting/property destruction'
    WHEN e.type = 'COERCE' AND e.label IN ('arrest', 'capture', 'imprisonment') THEN 'Arrests'
    WHEN e.type = 'COERCE' AND e.label IN ('weapons seizure', 'foiled attack') THEN 'Disrupted weapons use'
    WHEN e.type = 'RETREAT' AND e.label IN ('cease-fire') THEN 'Agreement'
    WHEN e.type = 'MOBILIZE' AND e.label IN ('recruitment', 'training', 'troop deployment', 'reinforcement', 'mobilization') THEN 'Change to group/activity'
    WHEN e.type = 'RETREAT' AND e.label IN ('withdrawal', 'surrender', 'disarmament', 'defection') THEN 'Change to group/activity'
    WHEN e.type = 'MOBILIZE' AND e.label IN ('base') THEN 'Headquarters or base established'
  END AS sub_event_type,
  e.name_1 AS actor1, CASE
    WHEN e.type = 'PROTEST' AND e.mode IN ('riot', 'vandalize') THEN 'Rioters'
    WHEN e.type = 'PROTEST' THEN 'Protesters'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('MIL', 'COP', 'GOV')) THEN 'State forces'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('REB')) AND e.kind_1 = 'organisation' THEN 'Rebel group'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('IGO', 'PKO')) THEN 'External/Other forces'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('REB')) THEN NULL
  END AS inter1,
  e.name_2 AS actor2, CASE
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'COP', 'GOV')) THEN 'State forces'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('REB')) AND e.kind_2 = 'organisation' THEN 'Rebel group'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('IGO', 'PKO')) THEN 'External/Other forces'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('REB')) THEN NULL
    WHEN e.kind_2 IN ('person', 'group', 'role', 'unnamed') AND e.type IN ('ASSAULT', 'COERCE') THEN 'Civilians'
  END AS inter2,
  (SELECT pl.country FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS country, (SELECT pl.name FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS location, (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS latitude,
  (SELECT pl.longitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS longitude,
  CASE WHEN (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) IS NULL THEN NULL WHEN (SELECT pl.kind FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) = 'region' THEN 3 ELSE 1 END AS geo_precision,
  (SELECT group_concat(value, '; ') FROM (SELECT name AS value FROM (SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named ORDER BY name)) AS source, e.title AS notes,
  (SELECT n.minimum FROM counts n WHERE n.event_id = e.id AND n.kind = 'dead' AND n.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM (SELECT e.*,
    (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS name_1,
    (SELECT p.kind FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS kind_1,
    (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS code_1,
    (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS name_2,
    (SELECT p.kind FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS kind_2,
    (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS code_2
  FROM events e
  WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0) AS e
) AS c;

CREATE VIEW actor_overview AS
SELECT ac.key AS actor_id, ac.name, ac.kind, ac.country, ac.code,
  (SELECT group_concat(value, '; ') FROM (SELECT n.name AS value FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'alias' ORDER BY n.name)) AS aliases,
  (SELECT group_concat(value, '; ') FROM (SELECT n.name AS value FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'title' ORDER BY n.name)) AS titles,
  ac.same_as,
  (SELECT count(DISTINCT p.event_id) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS events,
  (SELECT count(DISTINCT am.article_id) FROM actor_mentions am WHERE am.actor_id = ac.id) AS articles,
  (SELECT min(e.first_day) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS first_day,
  (SELECT max(coalesce(e.last_day, e.first_day)) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS last_day
FROM actors ac
WHERE EXISTS (SELECT 1 FROM actor_mentions am WHERE am.actor_id = ac.id);

CREATE VIEW conflicts AS
SELECT e.key AS event_id, e.title, c.field, c.value, c.source_count, c.sources, c.chosen, c.reason
FROM conflict_values c
JOIN events e ON e.id = c.event_id;

CREATE VIEW edit_log AS
SELECT key AS edit_id, at, by, target_key AS target_id, field, machine_value, human_value, note, active
FROM edits;

CREATE VIEW event_actors AS
SELECT e.key AS event_id, e.first_day, e.last_day, e.type, e.mode, e.label, e.status, ac.key AS actor_id,
    p.name AS actor,
  p.kind, p.country, p.code, p.role, p.text AS quote, a.key AS article_id, p.start_char AS quote_start,
  p.end_char AS quote_end, e.sort_key, e.edtf, e.title, e.factuality, e.salience, e.source_count
FROM participants p
JOIN events e ON e.id = p.event_id
LEFT JOIN actors ac ON ac.id = p.actor_id
LEFT JOIN articles a ON a.id = p.article_id
WHERE e.hidden = 0;

CREATE VIEW event_sources AS
SELECT e.key AS event_id, e.first_day, e.last_day, e.title, o.key AS source_id, o.name AS source, a.key AS article_id,
  v.title AS article_title, a.url, a.published, a.published_basis,
  substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char) AS quote, m.evidence_start_char AS quote_start, m.evidence_end_char AS quote_end,
  t.text AS date_quote, m.type, m.label, m.factuality, original.key AS copy_of_article_id
FROM mentions m
JOIN events e ON e.id = m.event_id
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id
LEFT JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN time_expressions t ON t.article_id = m.article_id AND t.position = m.timex
LEFT JOIN articles original ON original.id = a.copy_of_id;

CREATE VIEW mention_texts AS
SELECT m.id, m.title, substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char) AS quote
FROM mentions m
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id;

CREATE VIEW planned AS
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.title, e.type, e.mode, e.label,
  coalesce(e.first_day, e.deadline_day) AS planned_for, e.last_day, e.granularity, e.display, e.deadline_day,
  (SELECT min(a.published_on) FROM mentions m JOIN articles a ON a.id = m.article_id
    WHERE m.event_id = e.id) AS announced_on, e.status, e.factuality,
  CASE WHEN e.status IN ('cancelled', 'postponed') THEN e.status
    WHEN e.status IN ('happened', 'ongoing', 'disputed') OR EXISTS (SELECT 1 FROM event_links l JOIN events later ON later.id = l.event_id WHERE l.other_key = e.key AND l.kind = 'outcome_of') THEN 'happened'
  END AS outcome,
  (SELECT group_concat(value, '; ') FROM (SELECT later.key AS value FROM event_links l JOIN events later ON later.id = l.event_id WHERE l.other_key = e.key AND l.kind = 'outcome_of' ORDER BY later.key)) AS outcome_event_id, e.source_count
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0 AND (e.status IN ('planned', 'cancelled', 'postponed')
  OR e.id IN (SELECT m.event_id FROM mentions m WHERE m.factuality = 'planned'));

CREATE VIEW review_queue AS
SELECT event_id, title, reason, priority, quote, suggestion FROM (
  SELECT e.key AS event_id, e.title, 'sources differ on ' || c.field AS reason, 1 AS priority, (SELECT min(substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char)) FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN article_versions v ON v.id = a.version_id WHERE m.event_id = e.id AND m.id = (SELECT min(x.id) FROM mentions x WHERE x.event_id = e.id)) AS quote,
    'keep ' || c.value || ' or choose another' AS suggestion
  FROM events e JOIN conflict_values c ON c.event_id = e.id AND c.chosen = 1
  WHERE e.edited = 0 AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'planned, but no day is known', 2, (SELECT min(substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char)) FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN article_versions v ON v.id = a.version_id WHERE m.event_id = e.id AND m.id = (SELECT min(x.id) FROM mentions x WHERE x.event_id = e.id)), 'timeline edit ' || e.key || ' --date DATE'
  FROM events e WHERE e.status = 'planned' AND e.sort_key IS NULL AND e.deadline_day IS NULL AND e.edited = 0
    AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'the day is uncertain: it rests on ' || e.basis, 3, (SELECT min(substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char)) FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN article_versions v ON v.id = a.version_id WHERE m.event_id = e.id AND m.id = (SELECT min(x.id) FROM mentions x WHERE x.event_id = e.id)),
    'timeline edit ' || e.key || ' --date ' || e.edtf
  FROM events e WHERE e.uncertain = 1 AND e.salience = 'core' AND e.bound = 'on' AND e.edited = 0 AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'no day is known', 4, (SELECT min(substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char)) FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN article_versions v ON v.id = a.version_id WHERE m.event_id = e.id AND m.id = (SELECT min(x.id) FROM mentions x WHERE x.event_id = e.id)), 'timeline edit ' || e.key || ' --date DATE'
  FROM events e WHERE e.sort_key IS NULL AND e.salience = 'core' AND e.status <> 'planned' AND e.edited = 0
    AND e.hidden = 0
) AS doubtful;

CREATE VIEW run_log AS
SELECT r.key AS run_id, r.started_at, r.finished_at, i.position, i.path, i.outcome, i.reason,
    i.article_key AS article_id,
  i.event_count AS mentions
FROM runs r
JOIN run_items i ON i.run_id = r.id;

CREATE VIEW source_coverage AS
SELECT o.key AS source_id, o.name AS source, count(DISTINCT a.id) AS articles, min(a.published_on) AS first_published,
  max(a.published_on) AS last_published, count(DISTINCT m.event_id) AS events,
  count(DISTINCT CASE WHEN e.article_count = 1 THEN e.id END) AS exclusive_events,
  round(1.0 * count(DISTINCT CASE WHEN a.copy_of_id IS NOT NULL THEN a.id END) / count(DISTINCT a.id),
    3) AS syndicated_share
FROM outlets o
JOIN articles a ON a.outlet_id = o.id
LEFT JOIN mentions m ON m.article_id = a.id
LEFT JOIN events e ON e.id = m.event_id
GROUP BY o.id, o.key, o.name;

CREATE VIEW statements AS
SELECT e.key AS event_id, m.first_day AS said_on, m.source AS speaker, m.source_kind AS speaker_kind,
  CASE WHEN m.source IS NULL THEN NULL WHEN m.source_kind = 'unnamed' THEN 0 ELSE 1 END AS named, q.kind,
  substr(v.text, q.start_char + 1, q.end_char - q.start_char) AS claim, m.type, m.label, m.factuality,
  substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char) AS quote, o.name AS source, a.key AS article_id, a.url, a.published
FROM mentions m
JOIN events e ON e.id = m.event_id
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id
LEFT JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN quotations q ON q.article_id = m.article_id AND q.position = m.quotation
WHERE m.type = 'STATEMENT' OR m.source IS NOT NULL;

CREATE VIEW story_days AS
SELECT s.key AS story_id, e.first_day AS day, count(DISTINCT e.id) AS events,
  count(DISTINCT CASE WHEN e.type = 'STATEMENT' THEN e.id END) AS statements,
  count(DISTINCT CASE WHEN e.type <> 'STATEMENT' THEN e.id END) AS actions,
  count(DISTINCT m.article_id) AS articles
FROM stories s
JOIN story_events se ON se.story_id = s.id
JOIN events e ON e.id = se.event_id
LEFT JOIN mentions m ON m.event_id = e.id
WHERE e.first_day IS NOT NULL AND e.first_day = e.last_day AND e.hidden = 0
GROUP BY s.key, e.first_day;

CREATE VIEW story_overview AS
SELECT s.key AS story_id, s.slug, s.title, s.status, s.first_day, s.last_day,
  CAST(julianday(s.last_day) - julianday(s.first_day) AS INTEGER) + 1 AS days,
  s.event_count AS events,
  (SELECT count(*) FROM story_events se JOIN events e ON e.id = se.event_id
    WHERE se.story_id = s.id AND e.factuality = 'planned') AS planned,
  (SELECT count(*) FROM story_events se JOIN events e ON e.id = se.event_id
    WHERE se.story_id = s.id AND e.sort_key IS NULL) AS undated,
  s.article_count AS articles, s.source_count AS sources,
  (SELECT group_concat(value, '; ') FROM (SELECT name AS value FROM (SELECT p.name, count(*) AS events FROM story_events se JOIN participants p ON p.event_id = se.event_id
    WHERE se.story_id = s.id AND p.actor_id IS NOT NULL GROUP BY p.actor_id, p.name
    ORDER BY count(*) DESC, p.name LIMIT 5) AS top ORDER BY events DESC, name)) AS top_actors,
  s.revision, s.first_seen_at, s.updated_at
FROM stories s;

CREATE VIEW timeline AS
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.sort_key, e.first_day, e.last_day, e.edtf,
    e.granularity,
  e.part_of_day, e.time, e.bound, e.display, e.approximate, e.uncertain, e.basis, e.deadline_day, e.type, e.mode,
    e.label,
  e.status, e.factuality, e.polarity, e.aspect, e.salience, e.title,
  (SELECT group_concat(value, '; ') FROM (SELECT p.name AS value FROM participants p WHERE p.event_id = e.id AND p.actor_id IS NOT NULL ORDER BY p.position)) AS actors,
  (SELECT group_concat(value, '; ') FROM (SELECT pl.name AS value FROM places pl WHERE pl.event_id = e.id ORDER BY pl.position)) AS places,
  (SELECT group_concat(value, '; ') FROM (SELECT p.name AS value FROM participants p WHERE p.event_id = e.id AND p.role = 'speaker' ORDER BY p.position)) AS speaker,
  e.source_count, e.article_count, e.edited, e.revision, e.first_seen_at, e.updated_at
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0;

CREATE VIEW undated AS
SELECT e.key AS event_id, e.title, e.type, e.label, e.status, t.text AS date_text, t.unresolved,
  CASE
    WHEN t.position IS NOT NULL AND a.published IS NULL THEN 'the article states no date of publication'
    WHEN t.position IS NOT NULL THEN 'the words name no day'
    ELSE 'no words say when'
  END AS reason,
  a.key AS article_id, a.published, o.name AS source, substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char) AS quote
FROM events e
JOIN mentions m ON m.event_id = e.id
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id
LEFT JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN time_expressions t ON t.article_id = m.article_id AND t.position = m.timex
WHERE e.sort_key IS NULL AND e.hidden = 0;
