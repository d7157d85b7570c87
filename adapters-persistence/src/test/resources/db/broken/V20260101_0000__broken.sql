-- Fails in its second statement, so that the first must be undone.
CREATE TABLE made_before_the_fault (i int);
CREATE TABLE faulty (i no_such_type);
