-- Operators look for what somebody did; without it, a user who did little is found only by reading all of a year.
create index audit_user on audit (user_name, id);
