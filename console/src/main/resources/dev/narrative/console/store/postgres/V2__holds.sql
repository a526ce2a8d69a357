-- Traces that retention spares, wherever they were held.
CREATE TABLE holds(
  high bigint NOT NULL, low bigint NOT NULL,
  since text NOT NULL, held_by text NOT NULL, reason text NOT NULL,
  PRIMARY KEY(high, low));
