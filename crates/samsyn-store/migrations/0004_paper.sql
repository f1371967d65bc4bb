-- What was drawn on a screen when a version was signed: a list of strokes.
ALTER TABLE signature ADD COLUMN strokes TEXT NOT NULL DEFAULT '[]';
