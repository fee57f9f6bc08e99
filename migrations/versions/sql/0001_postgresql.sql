CREATE TABLE outlets (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	domain TEXT,
	country TEXT,
	language TEXT,
	timezone TEXT,
	CONSTRAINT pk_outlets PRIMARY KEY (id),
	CONSTRAINT uq_outlets_key UNIQUE (key)
);

COMMENT ON TABLE outlets IS 'Who publishes';

COMMENT ON COLUMN outlets.id IS 'Number of the row, within this database';

COMMENT ON COLUMN outlets.key IS 'Public key, so_...';

COMMENT ON COLUMN outlets.name IS 'Name as printed';

COMMENT ON COLUMN outlets.domain IS 'Host of its pages, without www';

COMMENT ON COLUMN outlets.country IS 'ISO 3166-1 alpha-2';

COMMENT ON COLUMN outlets.language IS 'ISO 639-1';

COMMENT ON COLUMN outlets.timezone IS 'IANA zone of its newsroom';

CREATE TABLE actors (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	country TEXT,
	code TEXT,
	same_as TEXT,
	CONSTRAINT pk_actors PRIMARY KEY (id),
	CONSTRAINT ck_actors_kind CHECK (kind IN ('person', 'organisation', 'group', 'country', 'role', 'unnamed')),
	CONSTRAINT uq_actors_key UNIQUE (key)
);

COMMENT ON TABLE actors IS 'Who takes part: people, organisations, groups, countries, roles';

COMMENT ON COLUMN actors.id IS 'Number of the row, within this database';

COMMENT ON COLUMN actors.key IS 'Public key, ac_...';

COMMENT ON COLUMN actors.name IS 'Canonical name';

COMMENT ON COLUMN actors.kind IS 'One of person organisation group country role unnamed';

COMMENT ON COLUMN actors.country IS 'ISO 3166-1 alpha-2';

COMMENT ON COLUMN actors.code IS 'CAMEO actor code';

COMMENT ON COLUMN actors.same_as IS 'JSON list of addresses of the same actor elsewhere';

CREATE TABLE events (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
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
	CONSTRAINT pk_events PRIMARY KEY (id),
	CONSTRAINT ck_events_status CHECK (status IN ('happened', 'ongoing', 'planned', 'called_for', 'possible', 'reported', 'denied', 'disputed', 'cancelled', 'postponed', 'unconfirmed')),
	CONSTRAINT ck_events_type CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'VOTE', 'RULING', 'LEGISLATE', 'PERSONNEL', 'DEATH', 'INJURY', 'DISASTER', 'CRIME', 'BUSINESS', 'LAUNCH', 'MARKET', 'SPORT', 'MOVE', 'CEREMONY', 'DISCOVERY', 'OTHER')),
	CONSTRAINT ck_events_factuality CHECK (factuality IN ('happened', 'planned', 'called_for', 'possible', 'denied', 'reported')),
	CONSTRAINT ck_events_polarity CHECK (polarity IN ('positive', 'negative')),
	CONSTRAINT ck_events_aspect CHECK (aspect IN ('prospective', 'begun', 'ongoing', 'completed')),
	CONSTRAINT ck_events_salience CHECK (salience IN ('core', 'secondary', 'background')),
	CONSTRAINT ck_events_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_events_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_events_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_events_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_events_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_events_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_events_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT ck_events_long_range CHECK (long_range IN (0, 1)),
	CONSTRAINT ck_events_edited CHECK (edited IN (0, 1)),
	CONSTRAINT ck_events_hidden CHECK (hidden IN (0, 1)),
	CONSTRAINT uq_events_key UNIQUE (key)
);

CREATE INDEX ix_events_sort_key ON events (sort_key);

CREATE INDEX ix_events_status_sort_key ON events (status, sort_key);

CREATE INDEX ix_events_label_sort_key ON events (label, sort_key);

CREATE INDEX ix_events_long_range ON events (last_day, first_day, sort_key) WHERE long_range = 1;

CREATE INDEX ix_events_type_sort_key ON events (type, sort_key);

COMMENT ON TABLE events IS 'What happened in the world, by all that is reported of it';

COMMENT ON COLUMN events.id IS 'Number of the row, within this database';

COMMENT ON COLUMN events.key IS 'Public key, ev_...: that of its earliest mention';

COMMENT ON COLUMN events.title IS 'One line that a reader would write';

COMMENT ON COLUMN events.type IS 'One of AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT STATEMENT VOTE RULING LEGISLATE PERSONNEL DEATH INJURY DISASTER CRIME BUSINESS LAUNCH MARKET SPORT MOVE CEREMONY DISCOVERY OTHER';

COMMENT ON COLUMN events.mode IS 'Finer kind within the type';

COMMENT ON COLUMN events.label IS 'The kind in everyday words';

COMMENT ON COLUMN events.status IS 'One of happened ongoing planned called_for possible reported denied disputed cancelled postponed unconfirmed';

COMMENT ON COLUMN events.factuality IS 'One of happened planned called_for possible denied reported';

COMMENT ON COLUMN events.polarity IS 'positive or negative';

COMMENT ON COLUMN events.aspect IS 'One of prospective begun ongoing completed';

COMMENT ON COLUMN events.salience IS 'One of core secondary background';

COMMENT ON COLUMN events.first_day IS 'First day of the event, ISO; NULL when undated or with an open beginning';

COMMENT ON COLUMN events.last_day IS 'Last day of the event, inclusive; NULL when undated or with an open end';

COMMENT ON COLUMN events.granularity IS 'How fine the words are: second minute hour part_of_day day weekend week month season quarter half year decade century';

COMMENT ON COLUMN events.part_of_day IS 'Part of the day that the text names: night morning noon afternoon evening';

COMMENT ON COLUMN events.time IS 'Local ISO time, with the offset where it is stated';

COMMENT ON COLUMN events.bound IS 'What the day means: on on_or_before as_of';

COMMENT ON COLUMN events.approximate IS 'Whether the edges are soft (1 or 0)';

COMMENT ON COLUMN events.uncertain IS 'Whether the day itself may be another (1 or 0)';

COMMENT ON COLUMN events.basis IS 'On what the date rests, words joined by +';

COMMENT ON COLUMN events.edtf IS 'The date in ISO 8601-2 (EDTF)';

COMMENT ON COLUMN events.display IS 'The date in words';

COMMENT ON COLUMN events.sort_key IS 'Orders events in time; NULL when undated';

COMMENT ON COLUMN events.long_range IS 'Whether it lasts longer than a week or has an open end (1 or 0)';

COMMENT ON COLUMN events.deadline IS 'JSON of the date by which it is due';

COMMENT ON COLUMN events.deadline_day IS 'Last day of the deadline';

COMMENT ON COLUMN events.duration IS 'How long, as a TIMEX3 duration';

COMMENT ON COLUMN events.contexts IS 'JSON list of contexts';

COMMENT ON COLUMN events.source_count IS 'Independent sources; wire copies count once';

COMMENT ON COLUMN events.article_count IS 'Articles that report it';

COMMENT ON COLUMN events.mention_count IS 'Mentions it rests on';

COMMENT ON COLUMN events.edited IS 'Whether a human changed it (1 or 0)';

COMMENT ON COLUMN events.hidden IS 'Whether a human took it out of the timelines (1 or 0)';

COMMENT ON COLUMN events.revision IS 'Grows by one with each change that a reader would see';

COMMENT ON COLUMN events.fingerprint IS 'Digest of what a reader sees of it';

COMMENT ON COLUMN events.first_seen_at IS 'When it was first stored, UTC';

COMMENT ON COLUMN events.updated_at IS 'When it last changed, UTC';

CREATE TABLE stories (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
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
	CONSTRAINT pk_stories PRIMARY KEY (id),
	CONSTRAINT ck_stories_status CHECK (status IN ('ongoing', 'closed', 'merged')),
	CONSTRAINT uq_stories_key UNIQUE (key)
);

CREATE INDEX ix_stories_slug ON stories (slug);

CREATE INDEX ix_stories_last_day ON stories (last_day);

COMMENT ON TABLE stories IS 'Ongoing stories: articles and events that belong together';

COMMENT ON COLUMN stories.id IS 'Number of the row, within this database';

COMMENT ON COLUMN stories.key IS 'Public key, st_...: digest of its first article';

COMMENT ON COLUMN stories.slug IS 'Name for people and addresses';

COMMENT ON COLUMN stories.title IS 'One line about it';

COMMENT ON COLUMN stories.status IS 'ongoing, closed or merged; whether it is dormant depends on the day and is computed when asked';

COMMENT ON COLUMN stories.language IS 'ISO 639-1';

COMMENT ON COLUMN stories.first_day IS 'First day of its dated events';

COMMENT ON COLUMN stories.last_day IS 'Last day of its dated events';

COMMENT ON COLUMN stories.source_count IS 'Independent outlets';

COMMENT ON COLUMN stories.article_count IS 'Articles';

COMMENT ON COLUMN stories.event_count IS 'Events';

COMMENT ON COLUMN stories.revision IS 'Grows by one with each change that a reader would see';

COMMENT ON COLUMN stories.fingerprint IS 'Digest of what a reader sees of it';

COMMENT ON COLUMN stories.first_seen_at IS 'When it was first stored, UTC';

COMMENT ON COLUMN stories.updated_at IS 'When it last changed, UTC';

CREATE TABLE redirects (
	old_key TEXT NOT NULL,
	new_key TEXT NOT NULL,
	reason TEXT NOT NULL,
	at TEXT,
	CONSTRAINT pk_redirects PRIMARY KEY (old_key)
);

CREATE INDEX ix_redirects_new_key ON redirects (new_key);

COMMENT ON TABLE redirects IS 'Keys that once named an event or story; they still resolve';

COMMENT ON COLUMN redirects.old_key IS 'A key or slug that once named it';

COMMENT ON COLUMN redirects.new_key IS 'The key that it leads to';

COMMENT ON COLUMN redirects.reason IS 'merged, split or renamed';

COMMENT ON COLUMN redirects.at IS 'When, UTC';

CREATE TABLE edits (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
	target_key TEXT NOT NULL,
	field TEXT NOT NULL,
	machine_value TEXT,
	human_value TEXT,
	at TEXT NOT NULL,
	by TEXT,
	note TEXT,
	active INTEGER NOT NULL,
	CONSTRAINT pk_edits PRIMARY KEY (id),
	CONSTRAINT ck_edits_active CHECK (active IN (0, 1)),
	CONSTRAINT uq_edits_key UNIQUE (key)
);

CREATE INDEX ix_edits_target_key ON edits (target_key);

COMMENT ON TABLE edits IS 'What people changed: an overlay, applied after every re-reading';

COMMENT ON COLUMN edits.id IS 'Number of the row, within this database';

COMMENT ON COLUMN edits.key IS 'Public key, ed_...';

COMMENT ON COLUMN edits.target_key IS 'Key of the event, article or story that was changed';

COMMENT ON COLUMN edits.field IS 'What was changed';

COMMENT ON COLUMN edits.machine_value IS 'What the program had found; NULL for nothing';

COMMENT ON COLUMN edits.human_value IS 'What a human set; NULL for nothing';

COMMENT ON COLUMN edits.at IS 'When, UTC';

COMMENT ON COLUMN edits.by IS 'Who';

COMMENT ON COLUMN edits.note IS 'Why';

COMMENT ON COLUMN edits.active IS '0 after it was undone (1 or 0)';

CREATE TABLE runs (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
	started_at TEXT,
	finished_at TEXT,
	version TEXT NOT NULL,
	inputs TEXT,
	new_count INTEGER NOT NULL,
	unchanged_count INTEGER NOT NULL,
	updated_count INTEGER NOT NULL,
	duplicate_count INTEGER NOT NULL,
	failed_count INTEGER NOT NULL,
	CONSTRAINT pk_runs PRIMARY KEY (id),
	CONSTRAINT uq_runs_key UNIQUE (key)
);

COMMENT ON TABLE runs IS 'Ingests';

COMMENT ON COLUMN runs.id IS 'Number of the row, within this database';

COMMENT ON COLUMN runs.key IS 'Public key, rn_...';

COMMENT ON COLUMN runs.started_at IS 'When, UTC';

COMMENT ON COLUMN runs.finished_at IS 'When, UTC; NULL for a run that was cut off';

COMMENT ON COLUMN runs.version IS 'Version of the program';

COMMENT ON COLUMN runs.inputs IS 'JSON list of what was asked for';

COMMENT ON COLUMN runs.new_count IS 'Items that were new';

COMMENT ON COLUMN runs.unchanged_count IS 'Items that were unchanged';

COMMENT ON COLUMN runs.updated_count IS 'Items that were updated';

COMMENT ON COLUMN runs.duplicate_count IS 'Items that were duplicate';

COMMENT ON COLUMN runs.failed_count IS 'Items that were failed';

CREATE TABLE articles (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
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
	CONSTRAINT pk_articles PRIMARY KEY (id),
	CONSTRAINT ck_articles_published_basis CHECK (published_basis IN ('given', 'metadata', 'feed', 'url', 'dateline', 'filename', 'inferred', 'none')),
	CONSTRAINT uq_articles_key UNIQUE (key),
	CONSTRAINT fk_articles_outlet_id_outlets FOREIGN KEY(outlet_id) REFERENCES outlets (id),
	CONSTRAINT fk_articles_copy_of_id_articles FOREIGN KEY(copy_of_id) REFERENCES articles (id)
);

CREATE INDEX ix_articles_record_id ON articles (record_id);

CREATE INDEX ix_articles_published ON articles (published);

CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);

COMMENT ON TABLE articles IS 'News articles, one row each however often they were read';

COMMENT ON COLUMN articles.id IS 'Number of the row, within this database';

COMMENT ON COLUMN articles.key IS 'Public key, ar_...: digest of the canonical address, else of its own id and outlet, else of its text';

COMMENT ON COLUMN articles.outlet_id IS 'Who published it';

COMMENT ON COLUMN articles.version_id IS 'The current version; article_versions.id';

COMMENT ON COLUMN articles.url IS 'Address it was read from';

COMMENT ON COLUMN articles.canonical_url IS 'Address that identifies it';

COMMENT ON COLUMN articles.record_id IS 'Its own id in a dump or feed, as given';

COMMENT ON COLUMN articles.path IS 'Where it was read from, as the caller named it';

COMMENT ON COLUMN articles.format IS 'Format it was read as';

COMMENT ON COLUMN articles.published IS 'When it was published: ISO day or moment; NULL when unknown';

COMMENT ON COLUMN articles.published_precision IS 'day, minute or second';

COMMENT ON COLUMN articles.published_basis IS 'How that is known: given metadata feed url dateline filename inferred none';

COMMENT ON COLUMN articles.published_text IS 'The words it was read from';

COMMENT ON COLUMN articles.published_on IS 'Local day of publication';

COMMENT ON COLUMN articles.machine_published IS 'JSON of what was read, while an edit overlays it';

COMMENT ON COLUMN articles.copy_of_id IS 'The article of which this one is a wire copy';

COMMENT ON COLUMN articles.first_seen_at IS 'When it was first stored, UTC';

COMMENT ON COLUMN articles.updated_at IS 'When it last changed here, UTC';

CREATE TABLE actor_names (
	actor_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_actor_names PRIMARY KEY (actor_id, kind, name),
	CONSTRAINT ck_actor_names_kind CHECK (kind IN ('alias', 'title')),
	CONSTRAINT fk_actor_names_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
);

COMMENT ON TABLE actor_names IS 'Other names and titles of actors, as reported';

COMMENT ON COLUMN actor_names.actor_id IS 'The actor';

COMMENT ON COLUMN actor_names.kind IS 'alias or title';

COMMENT ON COLUMN actor_names.name IS 'The words as reported';

COMMENT ON COLUMN actor_names.position IS 'Order of appearance';

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
	CONSTRAINT pk_conflict_values PRIMARY KEY (event_id, position),
	CONSTRAINT ck_conflict_values_chosen CHECK (chosen IN (0, 1)),
	CONSTRAINT fk_conflict_values_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);

COMMENT ON TABLE conflict_values IS 'Competing values side by side, never averaged';

COMMENT ON COLUMN conflict_values.event_id IS 'The event';

COMMENT ON COLUMN conflict_values.position IS 'Order within the event';

COMMENT ON COLUMN conflict_values.field IS 'Field on which sources differ';

COMMENT ON COLUMN conflict_values.value IS 'One of the competing values';

COMMENT ON COLUMN conflict_values.article_keys IS 'JSON list of the articles that give it';

COMMENT ON COLUMN conflict_values.source_count IS 'How many articles give it';

COMMENT ON COLUMN conflict_values.sources IS 'Outlets that give it, joined by ; ';

COMMENT ON COLUMN conflict_values.chosen IS 'Whether the event shows it (1 or 0)';

COMMENT ON COLUMN conflict_values.reason IS 'Why that one';

CREATE TABLE event_links (
	event_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	other_key TEXT NOT NULL,
	CONSTRAINT pk_event_links PRIMARY KEY (event_id, kind, other_key),
	CONSTRAINT ck_event_links_kind CHECK (kind IN ('same_as', 'part_of', 'about', 'before', 'after', 'outcome_of', 'contradicts')),
	CONSTRAINT fk_event_links_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_links_other_key ON event_links (other_key);

COMMENT ON TABLE event_links IS 'Relations between events';

COMMENT ON COLUMN event_links.event_id IS 'The event';

COMMENT ON COLUMN event_links.kind IS 'One of same_as part_of about before after outcome_of contradicts';

COMMENT ON COLUMN event_links.other_key IS 'Public key of the other event';

CREATE TABLE story_events (
	story_id INTEGER NOT NULL,
	event_id INTEGER NOT NULL,
	sort_key TEXT,
	CONSTRAINT pk_story_events PRIMARY KEY (story_id, event_id),
	CONSTRAINT fk_story_events_story_id_stories FOREIGN KEY(story_id) REFERENCES stories (id) ON DELETE CASCADE,
	CONSTRAINT fk_story_events_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);

CREATE INDEX ix_story_events_story_id_sort_key ON story_events (story_id, sort_key);

CREATE INDEX ix_story_events_event_id ON story_events (event_id);

COMMENT ON TABLE story_events IS 'Which event belongs to which story';

COMMENT ON COLUMN story_events.story_id IS 'The story';

COMMENT ON COLUMN story_events.event_id IS 'The event';

COMMENT ON COLUMN story_events.sort_key IS 'The event''s sort key, for quick look-up';

CREATE TABLE run_items (
	run_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	path TEXT,
	outcome TEXT NOT NULL,
	reason TEXT,
	article_key TEXT,
	event_count INTEGER NOT NULL,
	CONSTRAINT pk_run_items PRIMARY KEY (run_id, position),
	CONSTRAINT ck_run_items_outcome CHECK (outcome IN ('new', 'unchanged', 'updated', 'duplicate', 'failed')),
	CONSTRAINT fk_run_items_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

COMMENT ON TABLE run_items IS 'What became of each article of a run';

COMMENT ON COLUMN run_items.run_id IS 'The run';

COMMENT ON COLUMN run_items.position IS 'Order within the run, from 0';

COMMENT ON COLUMN run_items.path IS 'File, address or record';

COMMENT ON COLUMN run_items.outcome IS 'One of new unchanged updated duplicate failed';

COMMENT ON COLUMN run_items.reason IS 'Why it failed, or what it is a copy of';

COMMENT ON COLUMN run_items.article_key IS 'The article; NULL when it failed';

COMMENT ON COLUMN run_items.event_count IS 'Mentions that were found in it';

CREATE TABLE article_versions (
	id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	key TEXT NOT NULL,
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
	CONSTRAINT pk_article_versions PRIMARY KEY (id),
	CONSTRAINT uq_article_versions_article_id_number UNIQUE (article_id, number),
	CONSTRAINT ck_article_versions_modified_basis CHECK (modified_basis IN ('given', 'metadata', 'feed', 'url', 'dateline', 'filename', 'inferred', 'none')),
	CONSTRAINT fk_article_versions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

COMMENT ON TABLE article_versions IS 'Each text that an article has had';

COMMENT ON COLUMN article_versions.id IS 'Number of the row, within this database';

COMMENT ON COLUMN article_versions.article_id IS 'The article';

COMMENT ON COLUMN article_versions.number IS '1 for the first text that was read, and so on';

COMMENT ON COLUMN article_versions.key IS 'Digest of title and text';

COMMENT ON COLUMN article_versions.title IS 'Headline';

COMMENT ON COLUMN article_versions.subtitle IS 'Line below the headline';

COMMENT ON COLUMN article_versions.text IS 'The text that all offsets count in, NFC; begins with the title when there is one';

COMMENT ON COLUMN article_versions.blocks IS 'JSON list of [kind, start, end]';

COMMENT ON COLUMN article_versions.authors IS 'JSON list of names';

COMMENT ON COLUMN article_versions.dateline IS 'Place named at the beginning';

COMMENT ON COLUMN article_versions.credits IS 'JSON list of credit lines';

COMMENT ON COLUMN article_versions.language IS 'ISO 639-1';

COMMENT ON COLUMN article_versions.modified IS 'When the publisher last changed it';

COMMENT ON COLUMN article_versions.modified_precision IS 'day, minute or second';

COMMENT ON COLUMN article_versions.modified_basis IS 'How that is known';

COMMENT ON COLUMN article_versions.modified_text IS 'The words it was read from';

COMMENT ON COLUMN article_versions.wire IS 'Agency that the text is credited to';

COMMENT ON COLUMN article_versions.correction IS 'What the publisher says it corrected';

COMMENT ON COLUMN article_versions.sentences IS 'JSON list of [start, end]';

COMMENT ON COLUMN article_versions.problems IS 'JSON list of what was wrong with it';

COMMENT ON COLUMN article_versions.seen_at IS 'When this text was first stored, UTC';

CREATE TABLE sketches (
	article_id INTEGER NOT NULL,
	sketch BYTEA NOT NULL,
	CONSTRAINT pk_sketches PRIMARY KEY (article_id),
	CONSTRAINT fk_sketches_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

COMMENT ON TABLE sketches IS 'What new articles are compared with; can be made again from the texts';

COMMENT ON COLUMN sketches.article_id IS 'The article';

COMMENT ON COLUMN sketches.sketch IS 'What clustering keeps of it: JSON, packed with zlib';

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
	CONSTRAINT pk_time_expressions PRIMARY KEY (article_id, position),
	CONSTRAINT ck_time_expressions_type CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
	CONSTRAINT ck_time_expressions_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT ck_time_expressions_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_time_expressions_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_time_expressions_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_time_expressions_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_time_expressions_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_time_expressions_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_time_expressions_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT fk_time_expressions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

COMMENT ON TABLE time_expressions IS 'Time expressions as in TIMEX3, with what resolving needs to be done again';

COMMENT ON COLUMN time_expressions.article_id IS 'The article';

COMMENT ON COLUMN time_expressions.position IS 'Position among the article''s expressions, from 0';

COMMENT ON COLUMN time_expressions.start_char IS 'The expression: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN time_expressions.end_char IS 'The expression: the character after the last';

COMMENT ON COLUMN time_expressions.text IS 'Its words';

COMMENT ON COLUMN time_expressions.sentence IS 'Index of its sentence';

COMMENT ON COLUMN time_expressions.type IS 'TIMEX3 type';

COMMENT ON COLUMN time_expressions.unresolved IS 'What the words mean by themselves';

COMMENT ON COLUMN time_expressions.value IS 'TIMEX3 value, partial while not anchored';

COMMENT ON COLUMN time_expressions.mod IS 'TIMEX3 modifier';

COMMENT ON COLUMN time_expressions.quant IS 'TIMEX3 quantifier of a set';

COMMENT ON COLUMN time_expressions.freq IS 'TIMEX3 frequency of a set';

COMMENT ON COLUMN time_expressions.signal IS 'The connective before it';

COMMENT ON COLUMN time_expressions.cue IS 'Direction that the verb gives: past or future';

COMMENT ON COLUMN time_expressions.cue_text IS 'The words that gave it';

COMMENT ON COLUMN time_expressions.reference IS 'What the words lean on when it is not the day of publication';

COMMENT ON COLUMN time_expressions.rule IS 'Name of the rule that found it';

COMMENT ON COLUMN time_expressions.first_day IS 'First day of the calendar range, ISO; NULL when undated or with an open beginning';

COMMENT ON COLUMN time_expressions.last_day IS 'Last day of the calendar range, inclusive; NULL when undated or with an open end';

COMMENT ON COLUMN time_expressions.granularity IS 'How fine the words are: second minute hour part_of_day day weekend week month season quarter half year decade century';

COMMENT ON COLUMN time_expressions.part_of_day IS 'Part of the day that the text names: night morning noon afternoon evening';

COMMENT ON COLUMN time_expressions.time IS 'Local ISO time, with the offset where it is stated';

COMMENT ON COLUMN time_expressions.bound IS 'What the day means: on on_or_before as_of';

COMMENT ON COLUMN time_expressions.approximate IS 'Whether the edges are soft (1 or 0)';

COMMENT ON COLUMN time_expressions.uncertain IS 'Whether the day itself may be another (1 or 0)';

COMMENT ON COLUMN time_expressions.basis IS 'On what the date rests, words joined by +';

COMMENT ON COLUMN time_expressions.anchor IS 'What it was anchored to';

COMMENT ON COLUMN time_expressions.alternatives IS 'JSON list of other live readings';

COMMENT ON COLUMN time_expressions.partner IS 'Position of the other end of a range';

COMMENT ON COLUMN time_expressions.resolved_basis IS 'Basis of the value, also where it is no range of days';

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
	CONSTRAINT pk_quotations PRIMARY KEY (article_id, position),
	CONSTRAINT ck_quotations_kind CHECK (kind IN ('direct', 'mixed', 'indirect')),
	CONSTRAINT ck_quotations_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_quotations_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

COMMENT ON TABLE quotations IS 'Who is quoted with which words';

COMMENT ON COLUMN quotations.article_id IS 'The article';

COMMENT ON COLUMN quotations.position IS 'Position among the article''s quotations, from 0';

COMMENT ON COLUMN quotations.kind IS 'How it is quoted: direct mixed indirect';

COMMENT ON COLUMN quotations.start_char IS 'First piece of the content: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN quotations.end_char IS 'First piece of the content: the character after the last';

COMMENT ON COLUMN quotations.more_content IS 'JSON list of further pieces, [start, end]';

COMMENT ON COLUMN quotations.source_spans IS 'JSON list of the words that name the source';

COMMENT ON COLUMN quotations.cue_spans IS 'JSON list of the words that attribute';

COMMENT ON COLUMN quotations.speaker IS 'Resolved name of the source';

COMMENT ON COLUMN quotations.speaker_key IS 'Actor key of the source';

CREATE TABLE actor_mentions (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT,
	titles TEXT,
	spans TEXT,
	CONSTRAINT pk_actor_mentions PRIMARY KEY (article_id, position),
	CONSTRAINT fk_actor_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_actor_mentions_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id)
);

CREATE INDEX ix_actor_mentions_actor_id ON actor_mentions (actor_id);

COMMENT ON TABLE actor_mentions IS 'Which article names which actor, and where';

COMMENT ON COLUMN actor_mentions.article_id IS 'The article';

COMMENT ON COLUMN actor_mentions.position IS 'Position among the article''s actors, from 0';

COMMENT ON COLUMN actor_mentions.actor_id IS 'The actor';

COMMENT ON COLUMN actor_mentions.name IS 'Name within the article';

COMMENT ON COLUMN actor_mentions.aliases IS 'JSON list of other names within the article';

COMMENT ON COLUMN actor_mentions.titles IS 'JSON list of titles within the article';

COMMENT ON COLUMN actor_mentions.spans IS 'JSON list of [start, end]';

CREATE TABLE mentions (
	id INTEGER NOT NULL,
	key TEXT NOT NULL,
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
	CONSTRAINT pk_mentions PRIMARY KEY (id),
	CONSTRAINT uq_mentions_article_id_position UNIQUE (article_id, position),
	CONSTRAINT ck_mentions_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT ck_mentions_evidence_span CHECK (0 <= evidence_start_char AND evidence_start_char < evidence_end_char),
	CONSTRAINT ck_mentions_type CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'VOTE', 'RULING', 'LEGISLATE', 'PERSONNEL', 'DEATH', 'INJURY', 'DISASTER', 'CRIME', 'BUSINESS', 'LAUNCH', 'MARKET', 'SPORT', 'MOVE', 'CEREMONY', 'DISCOVERY', 'OTHER')),
	CONSTRAINT ck_mentions_factuality CHECK (factuality IN ('happened', 'planned', 'called_for', 'possible', 'denied', 'reported')),
	CONSTRAINT ck_mentions_polarity CHECK (polarity IN ('positive', 'negative')),
	CONSTRAINT ck_mentions_aspect CHECK (aspect IN ('prospective', 'begun', 'ongoing', 'completed')),
	CONSTRAINT ck_mentions_salience CHECK (salience IN ('core', 'secondary', 'background')),
	CONSTRAINT ck_mentions_granularity CHECK (granularity IN ('second', 'minute', 'hour', 'part_of_day', 'day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century')),
	CONSTRAINT ck_mentions_part_of_day CHECK (part_of_day IN ('night', 'morning', 'noon', 'afternoon', 'evening')),
	CONSTRAINT ck_mentions_bound CHECK (bound IN ('on', 'on_or_before', 'as_of')),
	CONSTRAINT ck_mentions_day_order CHECK (first_day <= last_day),
	CONSTRAINT ck_mentions_dated_or_not CHECK (length(coalesce(first_day, last_day)) = 10 AND basis IS NOT NULL AND bound IS NOT NULL OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL),
	CONSTRAINT ck_mentions_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT ck_mentions_uncertain CHECK (uncertain IN (0, 1)),
	CONSTRAINT ck_mentions_main CHECK (main IN (0, 1)),
	CONSTRAINT uq_mentions_key UNIQUE (key),
	CONSTRAINT fk_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_mentions_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE SET NULL
);

CREATE INDEX ix_mentions_event_id ON mentions (event_id);

COMMENT ON TABLE mentions IS 'Reports of events, one row for each in each article''s current text';

COMMENT ON COLUMN mentions.id IS 'Number of the row, within this database';

COMMENT ON COLUMN mentions.key IS 'Public key, mn_...: digest of the article''s key, the sentence and the trigger';

COMMENT ON COLUMN mentions.article_id IS 'The article';

COMMENT ON COLUMN mentions.event_id IS 'The event it reports';

COMMENT ON COLUMN mentions.position IS 'Position among the article''s mentions, from 0';

COMMENT ON COLUMN mentions.start_char IS 'The trigger: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN mentions.end_char IS 'The trigger: the character after the last';

COMMENT ON COLUMN mentions.text IS 'The trigger''s words';

COMMENT ON COLUMN mentions.lemma IS 'The trigger''s base form';

COMMENT ON COLUMN mentions.sentence IS 'Index of its sentence';

COMMENT ON COLUMN mentions.type IS 'One of AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT STATEMENT VOTE RULING LEGISLATE PERSONNEL DEATH INJURY DISASTER CRIME BUSINESS LAUNCH MARKET SPORT MOVE CEREMONY DISCOVERY OTHER';

COMMENT ON COLUMN mentions.mode IS 'Finer kind within the type';

COMMENT ON COLUMN mentions.label IS 'The kind in everyday words';

COMMENT ON COLUMN mentions.factuality IS 'One of happened planned called_for possible denied reported';

COMMENT ON COLUMN mentions.polarity IS 'positive or negative';

COMMENT ON COLUMN mentions.aspect IS 'One of prospective begun ongoing completed';

COMMENT ON COLUMN mentions.salience IS 'One of core secondary background';

COMMENT ON COLUMN mentions.evidence_start_char IS 'The evidence, its sentence at least: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN mentions.evidence_end_char IS 'The evidence, its sentence at least: the character after the last';

COMMENT ON COLUMN mentions.more_evidence IS 'JSON list of further pieces, [start, end]';

COMMENT ON COLUMN mentions.first_day IS 'First day of the mention, ISO; NULL when undated or with an open beginning';

COMMENT ON COLUMN mentions.last_day IS 'Last day of the mention, inclusive; NULL when undated or with an open end';

COMMENT ON COLUMN mentions.granularity IS 'How fine the words are: second minute hour part_of_day day weekend week month season quarter half year decade century';

COMMENT ON COLUMN mentions.part_of_day IS 'Part of the day that the text names: night morning noon afternoon evening';

COMMENT ON COLUMN mentions.time IS 'Local ISO time, with the offset where it is stated';

COMMENT ON COLUMN mentions.bound IS 'What the day means: on on_or_before as_of';

COMMENT ON COLUMN mentions.approximate IS 'Whether the edges are soft (1 or 0)';

COMMENT ON COLUMN mentions.uncertain IS 'Whether the day itself may be another (1 or 0)';

COMMENT ON COLUMN mentions.basis IS 'On what the date rests, words joined by +';

COMMENT ON COLUMN mentions.timex IS 'Position of the time expression that dates it';

COMMENT ON COLUMN mentions.timex_rule IS 'How that expression was chosen';

COMMENT ON COLUMN mentions.timex_bound IS 'Bound of the date that follows';

COMMENT ON COLUMN mentions.deadline_timex IS 'Position of the expression that is its deadline';

COMMENT ON COLUMN mentions.duration_timex IS 'Position of the expression that is its duration';

COMMENT ON COLUMN mentions.deadline IS 'JSON of the date by which it is due';

COMMENT ON COLUMN mentions.duration IS 'How long, as a TIMEX3 duration';

COMMENT ON COLUMN mentions.actors IS 'JSON list of who acts, speaks or takes part';

COMMENT ON COLUMN mentions.recipients IS 'JSON list of whom or what it is done to';

COMMENT ON COLUMN mentions.about IS 'JSON list of spans: what a statement concerns';

COMMENT ON COLUMN mentions.places IS 'JSON list of places with role';

COMMENT ON COLUMN mentions.counts IS 'JSON list of numbers that belong to it';

COMMENT ON COLUMN mentions.attribution IS 'JSON of source, cue, outlet and chain; NULL is the article''s own voice';

COMMENT ON COLUMN mentions.source IS 'Name of who says so';

COMMENT ON COLUMN mentions.source_kind IS 'Kind of who says so';

COMMENT ON COLUMN mentions.quotation IS 'Position of the quotation that it introduces or stands in';

COMMENT ON COLUMN mentions.contexts IS 'JSON list of contexts';

COMMENT ON COLUMN mentions.title IS 'One line that a reader would write';

COMMENT ON COLUMN mentions.article_event IS 'Number of the event within the article; mentions of one event share it';

COMMENT ON COLUMN mentions.rule IS 'Lexicon entry and rule that coded it';

COMMENT ON COLUMN mentions.cue_start_char IS 'The words that made it other than happened: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN mentions.cue_end_char IS 'The words that made it other than happened: the character after the last';

COMMENT ON COLUMN mentions.cue IS 'Those words';

COMMENT ON COLUMN mentions.main IS 'Whether one line about the article would tell this one (1 or 0)';

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
	CONSTRAINT pk_participants PRIMARY KEY (event_id, position),
	CONSTRAINT ck_participants_role CHECK (role IN ('agent', 'speaker', 'party', 'recipient', 'patient', 'theme', 'counterpart')),
	CONSTRAINT ck_participants_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_participants_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT fk_participants_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id),
	CONSTRAINT fk_participants_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX ix_participants_actor_id_sort_key ON participants (actor_id, sort_key);

CREATE INDEX ix_participants_actor_id_type_sort_key ON participants (actor_id, type, sort_key);

COMMENT ON TABLE participants IS 'Who takes part in an event, in which role';

COMMENT ON COLUMN participants.event_id IS 'The event';

COMMENT ON COLUMN participants.position IS 'Order within the event, actors before recipients';

COMMENT ON COLUMN participants.role IS 'One of agent speaker party recipient patient theme counterpart';

COMMENT ON COLUMN participants.actor_id IS 'Who that is; NULL for a thing';

COMMENT ON COLUMN participants.name IS 'Name as the event shows it';

COMMENT ON COLUMN participants.kind IS 'Kind of actor; NULL for a thing';

COMMENT ON COLUMN participants.country IS 'ISO 3166-1 alpha-2';

COMMENT ON COLUMN participants.code IS 'CAMEO actor code';

COMMENT ON COLUMN participants.text IS 'The words at the place';

COMMENT ON COLUMN participants.start_char IS 'The words, in the text of that article: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN participants.end_char IS 'The words, in the text of that article: the character after the last';

COMMENT ON COLUMN participants.article_id IS 'The article that says so; NULL when put together from several';

COMMENT ON COLUMN participants.type IS 'The event''s type, for quick look-up';

COMMENT ON COLUMN participants.sort_key IS 'The event''s sort key, for quick look-up';

CREATE TABLE places (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role TEXT NOT NULL,
	name TEXT NOT NULL,
	country TEXT,
	latitude DOUBLE PRECISION,
	longitude DOUBLE PRECISION,
	text TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	article_id INTEGER,
	CONSTRAINT pk_places PRIMARY KEY (event_id, position),
	CONSTRAINT ck_places_role CHECK (role IN ('venue', 'destination', 'origin', 'about')),
	CONSTRAINT ck_places_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_places_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT fk_places_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE INDEX ix_places_name ON places (name);

COMMENT ON TABLE places IS 'Where an event was, went or is about';

COMMENT ON COLUMN places.event_id IS 'The event';

COMMENT ON COLUMN places.position IS 'Order within the event';

COMMENT ON COLUMN places.role IS 'One of venue destination origin about';

COMMENT ON COLUMN places.name IS 'Name of the place';

COMMENT ON COLUMN places.country IS 'ISO 3166-1 alpha-2';

COMMENT ON COLUMN places.latitude IS 'Degrees north';

COMMENT ON COLUMN places.longitude IS 'Degrees east';

COMMENT ON COLUMN places.text IS 'The words at the place';

COMMENT ON COLUMN places.start_char IS 'The words, in the text of that article: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN places.end_char IS 'The words, in the text of that article: the character after the last';

COMMENT ON COLUMN places.article_id IS 'The article that says so; NULL when put together from several';

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
	CONSTRAINT pk_counts PRIMARY KEY (event_id, position),
	CONSTRAINT ck_counts_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT ck_counts_approximate CHECK (approximate IN (0, 1)),
	CONSTRAINT fk_counts_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT fk_counts_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);

COMMENT ON TABLE counts IS 'Numbers that belong to an event: the dead, the injured, the size of a crowd';

COMMENT ON COLUMN counts.event_id IS 'The event';

COMMENT ON COLUMN counts.position IS 'Order within the event';

COMMENT ON COLUMN counts.kind IS 'What is counted: dead injured missing arrested size displaced';

COMMENT ON COLUMN counts.minimum IS 'At least; NULL when not said';

COMMENT ON COLUMN counts.maximum IS 'At most; NULL when not said';

COMMENT ON COLUMN counts.approximate IS 'Whether the words are soft (1 or 0)';

COMMENT ON COLUMN counts.text IS 'The words';

COMMENT ON COLUMN counts.start_char IS 'The words, in the text of that article: first character, counted from 0 in the article''s text';

COMMENT ON COLUMN counts.end_char IS 'The words, in the text of that article: the character after the last';

COMMENT ON COLUMN counts.article_id IS 'The article that says so; NULL when put together from several';

CREATE TABLE story_articles (
	story_id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	CONSTRAINT pk_story_articles PRIMARY KEY (story_id, article_id),
	CONSTRAINT fk_story_articles_story_id_stories FOREIGN KEY(story_id) REFERENCES stories (id) ON DELETE CASCADE,
	CONSTRAINT fk_story_articles_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_story_articles_article_id ON story_articles (article_id);

COMMENT ON TABLE story_articles IS 'Which article belongs to which story';

COMMENT ON COLUMN story_articles.story_id IS 'The story';

COMMENT ON COLUMN story_articles.article_id IS 'The article';

CREATE VIEW timeline AS
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.sort_key, e.first_day, e.last_day, e.edtf,
    e.granularity,
  e.part_of_day, e.time, e.bound, e.display, e.approximate, e.uncertain, e.basis, e.deadline_day, e.type, e.mode,
    e.label,
  e.status, e.factuality, e.polarity, e.aspect, e.salience, e.title,
  (SELECT string_agg(p.name, '; ' ORDER BY p.position) FROM participants p WHERE p.event_id = e.id AND p.actor_id IS NOT NULL) AS actors,
  (SELECT string_agg(pl.name, '; ' ORDER BY pl.position) FROM places pl WHERE pl.event_id = e.id) AS places,
  (SELECT string_agg(p.name, '; ' ORDER BY p.position) FROM participants p WHERE p.event_id = e.id AND p.role = 'speaker') AS speaker,
  e.source_count, e.article_count, e.edited, e.revision, e.first_seen_at, e.updated_at
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
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

CREATE VIEW event_actors AS
SELECT e.key AS event_id, e.first_day, e.last_day, e.type, e.mode, e.label, e.status, ac.key AS actor_id,
    p.name AS actor,
  p.kind, p.country, p.code, p.role, p.text AS quote, a.key AS article_id, p.start_char AS quote_start,
  p.end_char AS quote_end
FROM participants p
JOIN events e ON e.id = p.event_id
LEFT JOIN actors ac ON ac.id = p.actor_id
LEFT JOIN articles a ON a.id = p.article_id;

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

CREATE VIEW planned AS
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.title, e.type, e.mode, e.label,
  coalesce(e.first_day, e.deadline_day) AS planned_for, e.last_day, e.granularity, e.display, e.deadline_day,
  (SELECT min(a.published_on) FROM mentions m JOIN articles a ON a.id = m.article_id
    WHERE m.event_id = e.id) AS announced_on, e.status, e.factuality,
  CASE WHEN e.status IN ('cancelled', 'postponed') THEN e.status
    WHEN e.status IN ('happened', 'ongoing', 'disputed') OR EXISTS (SELECT 1 FROM event_links l JOIN events later ON later.id = l.event_id WHERE l.other_key = e.key AND l.kind = 'outcome_of') THEN 'happened'
  END AS outcome,
  (SELECT string_agg(later.key, '; ' ORDER BY later.key) FROM event_links l JOIN events later ON later.id = l.event_id WHERE l.other_key = e.key AND l.kind = 'outcome_of') AS outcome_event_id, e.source_count
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0 AND (e.status IN ('planned', 'cancelled', 'postponed')
  OR e.id IN (SELECT m.event_id FROM mentions m WHERE m.factuality = 'planned'));

CREATE VIEW conflicts AS
SELECT e.key AS event_id, e.title, c.field, c.value, c.source_count, c.sources, c.chosen, c.reason
FROM conflict_values c
JOIN events e ON e.id = c.event_id;

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

CREATE VIEW story_overview AS
SELECT s.key AS story_id, s.slug, s.title, s.status, s.first_day, s.last_day,
  CAST(s.last_day AS date) - CAST(s.first_day AS date) + 1 AS days,
  s.event_count AS events,
  (SELECT count(*) FROM story_events se JOIN events e ON e.id = se.event_id
    WHERE se.story_id = s.id AND e.factuality = 'planned') AS planned,
  (SELECT count(*) FROM story_events se JOIN events e ON e.id = se.event_id
    WHERE se.story_id = s.id AND e.sort_key IS NULL) AS undated,
  s.article_count AS articles, s.source_count AS sources,
  (SELECT string_agg(name, '; ' ORDER BY events DESC, name) FROM (SELECT p.name, count(*) AS events FROM story_events se JOIN participants p ON p.event_id = se.event_id
    WHERE se.story_id = s.id AND p.actor_id IS NOT NULL GROUP BY p.actor_id, p.name
    ORDER BY count(*) DESC, p.name LIMIT 5) AS top) AS top_actors,
  s.revision, s.first_seen_at, s.updated_at
FROM stories s;

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

CREATE VIEW acled AS
SELECT e.key AS event_id_cnty, e.first_day AS event_date, CAST(substr(e.first_day, 1, 4) AS INTEGER) AS year,
  CASE WHEN e.first_day = e.last_day THEN 1 WHEN e.granularity IN ('weekend', 'week') THEN 2
    WHEN e.granularity = 'month' THEN 3 END AS time_precision,
  NULL AS disorder_type, e.type AS event_type, e.label AS sub_event_type,
  (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS actor1, NULL AS assoc_actor_1, (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS inter1,
  (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS actor2, NULL AS assoc_actor_2, (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS inter2,
  (SELECT pl.country FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS country, (SELECT pl.name FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS location, (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS latitude,
  (SELECT pl.longitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS longitude, NULL AS geo_precision,
  (SELECT string_agg(name, '; ' ORDER BY name) FROM (SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named) AS source, NULL AS source_scale, e.title AS notes,
  (SELECT c.minimum FROM counts c WHERE c.event_id = e.id AND c.kind = 'dead' AND c.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM events e
WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0;

CREATE VIEW edit_log AS
SELECT key AS edit_id, at, by, target_key AS target_id, field, machine_value, human_value, note, active
FROM edits;

CREATE VIEW run_log AS
SELECT r.key AS run_id, r.started_at, r.finished_at, i.position, i.path, i.outcome, i.reason,
    i.article_key AS article_id,
  i.event_count AS mentions
FROM runs r
JOIN run_items i ON i.run_id = r.id;

CREATE VIEW mention_texts AS
SELECT m.id, m.title, substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char) AS quote
FROM mentions m
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id;

CREATE TABLE search_index (mention_id INTEGER NOT NULL CONSTRAINT pk_search_index PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE, words tsvector NOT NULL);

CREATE INDEX ix_search_index_words ON search_index USING gin (words);
