-- A certificate has a number that people can type from paper: 16 letters and digits. Those that were given get one too.
alter table certificates rename column key to number;
alter table certificates rename constraint certificates_key_key to certificates_number_key;
update certificates set number = upper(left(replace(gen_random_uuid()::text, '-', ''), 12) || left(gen_random_uuid()::text, 4));
