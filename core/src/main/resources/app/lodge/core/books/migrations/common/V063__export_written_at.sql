-- When a scheduled export was written last, besides the day it counts for (ID-54).

alter table export_schedule add column written_at timestamp(6);
