-- How far each journal file was taken, of the host that it lies on; a snapshot's file has no position.
CREATE TABLE files(
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, host text NOT NULL, path text NOT NULL,
    snapshot boolean NOT NULL, position bigint NOT NULL, head_length integer NOT NULL, head_checksum bigint NOT NULL,
    UNIQUE(host, path));

CREATE TABLE problems(
    file bigint NOT NULL REFERENCES files ON DELETE CASCADE, position bigint NOT NULL, message text NOT NULL,
    PRIMARY KEY(file, position, message));

-- The number of the last change to a trace. Writers take turns, so it grows in the order of their commits.
CREATE TABLE changes(last bigint NOT NULL);
INSERT INTO changes VALUES(0);

-- A trace stays with the day that its first known span began: all its spans are in that day's partitions.
CREATE TABLE traces(
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, high bigint NOT NULL, low bigint NOT NULL, day date NOT NULL,
    started bigint NOT NULL, ended bigint NOT NULL,
    spans bigint NOT NULL, errors bigint NOT NULL, running bigint NOT NULL, interrupted bigint NOT NULL,
    input bigint NOT NULL, output bigint NOT NULL, cost double precision,
    session text, session_since bigint NOT NULL, story text, story_since bigint NOT NULL,
    user_id text, user_since bigint NOT NULL,
    name text NOT NULL, service text NOT NULL,
    root_rank smallint NOT NULL, root_start bigint NOT NULL, root_span bigint NOT NULL,
    changed bigint NOT NULL,
    UNIQUE(high, low));
CREATE INDEX traces_by_start ON traces(started, high, low);
CREATE INDEX traces_by_session ON traces(session, started) WHERE session IS NOT NULL;
CREATE INDEX traces_by_change ON traces(changed);
CREATE INDEX traces_by_day ON traces(day);

CREATE TABLE sessions(
    id text PRIMARY KEY, started bigint NOT NULL, ended bigint NOT NULL, traces bigint NOT NULL, spans bigint NOT NULL,
    errors bigint NOT NULL, running bigint NOT NULL, input bigint NOT NULL, output bigint NOT NULL,
    cost double precision, story text, user_id text);
CREATE INDEX sessions_by_end ON sessions(ended, id);

-- Whole spans: a console elsewhere has no journal to read them from. content is a line of OTLP-JSON.
CREATE TABLE spans(
    day date NOT NULL, trace bigint NOT NULL, span bigint NOT NULL, parent bigint NOT NULL,
    started bigint NOT NULL, duration bigint NOT NULL, name text NOT NULL, service text NOT NULL, type text, error text,
    flags smallint NOT NULL, state smallint NOT NULL, file bigint NOT NULL, words tsvector NOT NULL,
    content text NOT NULL,
    PRIMARY KEY(day, trace, span)) PARTITION BY RANGE (day);
CREATE INDEX spans_words ON spans USING gin(words);
CREATE INDEX spans_open ON spans(file) WHERE state <> 0;
-- Rows of a file lie together, as do those of a time: a few bytes tell which pages to look at.
CREATE INDEX spans_by_place ON spans USING brin(file, started);

-- Calls of models, tools and agents.
CREATE TABLE calls(
    day date NOT NULL, trace bigint NOT NULL, span bigint NOT NULL, started bigint NOT NULL, model text,
    operation text, service text NOT NULL, error smallint NOT NULL, unpriced smallint NOT NULL,
    input bigint NOT NULL, output bigint NOT NULL, cost double precision,
    bucket smallint NOT NULL, first_bucket smallint,
    PRIMARY KEY(day, trace, span)) PARTITION BY RANGE (day);
CREATE INDEX calls_by_model ON calls(model, trace);
CREATE INDEX calls_by_start ON calls USING brin(started);
