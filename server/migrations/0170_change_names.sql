-- Kinds of change are named by what they happen to and what happened, as the change feed will publish them.
update changes set kind = case kind
  when 'widget.changed' then 'widget.updated'
  when 'survey.changed' then 'survey.updated'
  when 'event.gates-changed' then 'gates.updated'
  when 'client.redirect-hosts-changed' then 'redirect-hosts.updated'
  when 'event.registration-page-changed' then 'registration-page.updated'
  when 'event.videos-set' then 'event-videos.updated'
  when 'captions.set' then 'captions.updated'
  else 'hub-content.' || split_part(kind, '-', 2)
end
where kind in ('widget.changed', 'survey.changed', 'event.gates-changed', 'client.redirect-hosts-changed',
  'event.registration-page-changed', 'event.videos-set', 'captions.set', 'hub.content-added', 'hub.content-updated',
  'hub.content-published', 'hub.content-unpublished', 'hub.content-removed');
