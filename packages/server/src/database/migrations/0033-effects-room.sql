-- A claim changes nothing that is indexed: with room in its page it costs one new version of the row, and no entry in
-- any index. The rows are short-lived in this state, so that the room is used again and again.
alter table effects set (fillfactor = 70);
