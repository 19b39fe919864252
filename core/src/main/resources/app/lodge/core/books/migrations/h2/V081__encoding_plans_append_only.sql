create trigger encoding_plan_append_only before update, delete on encoding_plan for each row call 'app.lodge.core.books.AppendOnly';
