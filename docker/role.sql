-- The database is reachable inside of the composition only; elsewhere choose a password of your own.
create role hubfleet login password 'hubfleet';
create database hubfleet owner hubfleet;
