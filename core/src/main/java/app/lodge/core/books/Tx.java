package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import app.lodge.core.doors.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.TableField;

/// One unit of writing: its rows, its journal rows, its time. All of it becomes durable, or nothing.
///
/// Never call a device, a file or the network while holding one.
public final class Tx implements Answers {

    private static final Change INSERT_ROW =
            Change.insert(
                    "journal",
                    "id bigint",
                    "at timestamp",
                    "kind varchar",
                    "operator_id bigint",
                    "actor varchar",
                    "workstation varchar",
                    "subject varchar",
                    "content varchar",
                    "hash bytea");

    private final DSLContext sql;
    private final Statements statements;
    private final Actor actor;
    private final Instant now;
    private final Numbers numbers;
    private final ChainHead head;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> onRollback = new ArrayList<>();

    Tx(
            DSLContext sql,
            Statements statements,
            Actor actor,
            Instant now,
            Numbers numbers,
            ChainHead head) {
        this.sql = sql;
        this.statements = statements;
        this.actor = actor;
        this.now = now;
        this.numbers = numbers;
        this.head = head;
    }

    public DSLContext sql() {
        return sql;
    }

    /// The same connection, for what every payment does.
    public Statements statements() {
        return statements;
    }

    /// As this unit and those before it have left it.
    @Override
    public <T> Optional<T> find(Question<T> question, Object... keys) {
        return statements.find(question, keys);
    }

    public Actor actor() {
        return actor;
    }

    /// The booking time, cut to microseconds; the same throughout.
    public Instant now() {
        return now;
    }

    /// {@link #now} as the books' `timestamp` columns keep it: UTC.
    public LocalDateTime nowUtc() {
        return utc(now);
    }

    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /// The next gap-free number of a table whose primary key counts from 1.
    public long nextNumber(TableField<?, Long> key) {
        var table = Objects.requireNonNull(key.getTable(), key.getName());
        return numbers.next(
                table.getName(),
                () ->
                        sql.select(coalesce(max(key), inline(0L)))
                                .from(table)
                                .fetchSingle()
                                .value1());
    }

    /// The next gap-free number of a series within a table, such as a receipt series.
    public long nextNumber(String series, LongSupplier highestInTheBooks) {
        return numbers.next(series, highestInTheBooks);
    }

    /// Appends a journal row, in the same breath as the change that it tells.
    ///
    /// @param kind past tense, dotted by feature: `media.blocked`
    /// @param subject `medium:7`, `person:12`, `device:3`, `account:9`
    /// @param content numbers, codes and sealed bytes; never personal data in plain
    public JournalMark journal(String kind, String subject, Map<String, ?> content) {
        var number = nextNumber(JOURNAL.ID);
        var json = Json.canonical(content);
        var hash =
                Chain.hash(
                        head.hash(sql),
                        number,
                        now,
                        kind,
                        actor.operatorId(),
                        actor.name(),
                        actor.workstation(),
                        subject,
                        json);
        statements.later(
                INSERT_ROW,
                number,
                nowUtc(),
                kind,
                actor.operatorId(),
                actor.name(),
                actor.workstation(),
                subject,
                json,
                hash);
        head.moveTo(hash);
        facts.add(new Fact(number, now, kind, subject));
        return new JournalMark(number, HexFormat.of().withUpperCase().formatHex(hash));
    }

    /// Runs once the unit is durable, before the caller has its answer: for indexes in memory.
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    /// Runs if the unit comes to nothing: takes back what memory already knows.
    public void onRollback(Runnable step) {
        onRollback.add(step);
    }

    List<Fact> facts() {
        return facts;
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    void rolledBack() {
        onRollback.reversed().forEach(Runnable::run);
    }

    /// Where a change stands in the journal.
    ///
    /// @param hash upper-case hex
    public record JournalMark(long number, String hash) {}
}
