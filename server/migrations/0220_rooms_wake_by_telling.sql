-- Whoever tells a room something wakes its readers, by NOTIFY or otherwise: `tell` in attending/room/room-log.ts.
drop trigger room_messages_told on room_messages;
drop function notify_room();
