-- Nobody asks for postings by time or by payment point alone: accounts lead to postings by their entries, totals to none. Every
-- payment had to keep these two up to date all the same.

drop index posting_by_time;
drop index posting_by_device;
