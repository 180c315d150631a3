-- Registration pages keep in memory which identity providers their client offers: whatever changes that drops the client.
create trigger identity_providers_cache after insert or delete or update of name, is_active, purposes on identity_providers
  for each row execute function notify_cache('client', 'client_id');
