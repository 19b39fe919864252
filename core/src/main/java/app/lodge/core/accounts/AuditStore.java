package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.JOURNAL;

import app.lodge.core.accounts.BooksAudit.Finding;
import app.lodge.core.accounts.BooksAudit.Rule;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// The audit's questions to the database. Each answers with subject, expected, found.
final class AuditStore {

    private static final int MOST_OF_EACH = 100;
    private static final int JOURNAL_PAGE = 2_000;

    static final Map<Rule, String> QUESTIONS =
            Map.of(
                    Rule.POSTING_UNBALANCED,
                    """
                    select concat('posting:', posting_id), 0, sum(amount) from ledger_entry
                    group by posting_id, currency having sum(amount) <> 0\
                    """,
                    Rule.POSTING_TOO_SHORT,
                    """
                    select concat('posting:', p.id), 2, count(e.leg) from ledger_posting p
                    left join ledger_entry e on e.posting_id = p.id
                    group by p.id having count(e.leg) < 2\
                    """,
                    Rule.TOTAL_NOT_ZERO,
                    """
                    select concat('currency:', currency), 0, sum(amount) from ledger_entry
                    group by currency having sum(amount) <> 0\
                    """,
                    Rule.BALANCE_DIFFERS,
                    """
                    select concat('account:', b.account_id), coalesce(sum(e.amount), 0), b.posted
                    from ledger_balance b left join ledger_entry e on e.account_id = b.account_id
                    group by b.account_id, b.posted having coalesce(sum(e.amount), 0) <> b.posted\
                    """,
                    Rule.BALANCE_AFTER_DIFFERS,
                    """
                    select concat('posting:', x.posting_id), x.expected, coalesce(x.balance_after, 0)
                    from (select e.posting_id, e.balance_after,
                            sum(e.amount) over (partition by e.account_id order by e.posting_id) as expected
                        from ledger_entry e join ledger_balance b on b.account_id = e.account_id) x
                    where x.balance_after is null or x.balance_after <> x.expected\
                    """,
                    Rule.RESERVED_DIFFERS,
                    """
                    select concat('account:', b.account_id), coalesce(sum(h.amount), 0), b.reserved
                    from ledger_balance b
                    left join ledger_hold h on h.account_id = b.account_id and h.state = 'OPEN'
                    group by b.account_id, b.reserved having coalesce(sum(h.amount), 0) <> b.reserved\
                    """,
                    Rule.HOLD_END_DIFFERS,
                    """
                    select concat('hold:', h.id), case when h.state = 'CAPTURED' then 1 else 0 end, count(p.id)
                    from ledger_hold h left join ledger_posting p on p.hold_id = h.id
                    group by h.id, h.state
                    having count(p.id) <> case when h.state = 'CAPTURED' then 1 else 0 end\
                    """,
                    Rule.BELOW_FLOOR,
                    """
                    select concat('account:', account_id), -(overdraft + forced_below), posted - reserved
                    from ledger_balance where posted - reserved < -(overdraft + forced_below)\
                    """,
                    Rule.POSTINGS_NOT_DENSE,
                    """
                    select '', max(id), count(*) from ledger_posting having max(id) <> count(*)\
                    """,
                    Rule.RECEIPTS_NOT_DENSE,
                    """
                    select concat('series:', series), max(number), count(*) from receipt
                    group by series having max(number) <> count(*)\
                    """);

    private AuditStore() {}

    /// Asks questions in the order of their rules.
    static void ask(DSLContext sql, Map<Rule, String> questions, List<Finding> findings) {
        for (var rule : Rule.values()) {
            var question = questions.get(rule);
            if (question != null) {
                sql.resultQuery(question + " limit " + MOST_OF_EACH)
                        .forEach(row ->
                                findings.add(
                                        new Finding(
                                                rule,
                                                row.get(0, String.class),
                                                row.get(1, Long.class),
                                                row.get(2, Long.class))));
            }
        }
    }

    /// Computes every account's sum and reserved amount from the journal alone.
    static void journal(DSLContext sql, List<Finding> findings) {
        Map<Long, Long> posted = new HashMap<>();
        Map<Long, Long> reserved = new HashMap<>();
        Map<Long, JsonNode> open = new HashMap<>();
        var after = 0L;
        while (true) {
            var page =
                    sql.select(JOURNAL.ID, JOURNAL.KIND, JOURNAL.CONTENT)
                            .from(JOURNAL)
                            .where(JOURNAL.ID.gt(after))
                            .orderBy(JOURNAL.ID)
                            .limit(JOURNAL_PAGE)
                            .fetch();
            for (var row : page) {
                after = row.value1();
                if (row.value2().equals("posting.booked") || row.value2().startsWith("hold.")) {
                    take(row.value2(), tree(row.value3()), posted, open);
                }
            }
            if (page.size() < JOURNAL_PAGE) {
                break;
            }
        }
        open.values()
                .forEach(hold ->
                        reserved.merge(
                                hold.get("account").asLong(),
                                hold.get("amount").asLong(),
                                Math::addExact));
        compare(
                findings,
                posted,
                sums(sql, "select account_id, sum(amount) from ledger_entry group by account_id"));
        compare(
                findings,
                reserved,
                sums(sql, "select account_id, reserved from ledger_balance where reserved <> 0"));
    }

    private static void take(
            String kind, JsonNode content, Map<Long, Long> posted, Map<Long, JsonNode> open) {
        if (kind.equals("hold.reserved")) {
            open.put(content.get("hold").asLong(), content);
            return;
        }
        var hold = content.get("hold");
        if (hold != null) {
            open.remove(hold.asLong());
        }
        var entries = content.get("entries");
        if (entries != null) {
            entries.forEach(entry ->
                    posted.merge(
                            entry.get("account").asLong(),
                            entry.get("amount").asLong(),
                            Math::addExact));
        }
    }

    private static void compare(
            List<Finding> findings, Map<Long, Long> journal, Map<Long, Long> rows) {
        var accounts = new TreeSet<>(journal.keySet());
        accounts.addAll(rows.keySet());
        for (var account : accounts) {
            long expected = journal.getOrDefault(account, 0L);
            long found = rows.getOrDefault(account, 0L);
            if (expected != found) {
                findings.add(
                        new Finding(Rule.JOURNAL_DIFFERS, "account:" + account, expected, found));
            }
        }
    }

    private static Map<Long, Long> sums(DSLContext sql, String question) {
        Map<Long, Long> sums = new HashMap<>();
        sql.resultQuery(question)
                .forEach(row -> sums.put(row.get(0, Long.class), row.get(1, Long.class)));
        return sums;
    }

    private static JsonNode tree(String content) {
        return Json.tree(content.getBytes(StandardCharsets.UTF_8));
    }
}
