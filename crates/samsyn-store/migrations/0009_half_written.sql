-- Forms outside the cases that a user has half-written, so that a lock never takes what was typed. What was never sent leaves
-- no history: it is written over, and removed when it is sent or given up.
CREATE TABLE half_written (
    user TEXT NOT NULL REFERENCES user (id),
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (user, name)
) STRICT;
