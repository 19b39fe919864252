package app.lodge.core.books;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the units of one group inside its transaction, so that each comes to something or to nothing by
/// itself.
///
/// Neighbours that share ask together and write together. One that fails before the database has heard of
/// it is simply dropped; if the database has, or refuses the rows of them all, they are taken back and run
/// again one by one, as units that do not share always are.
final class Group {

    private static final Logger LOG = LoggerFactory.getLogger(Group.class);

    private final Connection connection;
    private final DSLContext sql;
    private final Statements statements;
    private final @Nullable LookAhead ahead;
    private final Numbers numbers;
    private final ChainHead head;
    private final Supplier<Instant> now;

    /// @param ahead null where asking costs no way to a server
    Group(
            Connection connection,
            DSLContext sql,
            Statements statements,
            @Nullable LookAhead ahead,
            Numbers numbers,
            ChainHead head,
            Supplier<Instant> now) {
        this.connection = connection;
        this.sql = sql;
        this.statements = statements;
        this.ahead = ahead;
        this.numbers = numbers;
        this.head = head;
        this.now = now;
    }

    /// @throws SQLException if the database is gone; what is wrong with a unit is kept in the unit
    void run(List<Unit<?>> units) throws SQLException {
        statements.beginGroup();
        var from = 0;
        while (from < units.size()) {
            var until = from;
            while (until < units.size() && units.get(until).shares()) {
                until++;
            }
            if (until > from) {
                together(units.subList(from, until), from == 0);
                from = until;
            } else {
                alone(units.get(from++));
            }
        }
        statements.endGroup();
    }

    /// All that the units have written.
    ///
    /// @return null if that is more than rows that could be told again
    @Nullable List<Told> told() {
        return statements.told();
    }

    /// @param first in the transaction, which can then be rolled back whole
    private void together(List<Unit<?>> units, boolean first) throws SQLException {
        var before = first ? null : connection.setSavepoint();
        try {
            if (ahead != null) {
                ahead.ask(units);
            }
            for (var unit : units) {
                statements.begin();
                if (unit.run(tx(unit), () -> {})) {
                    keep();
                } else if (statements.heard()) {
                    throw new TakenApart(unit.refusal());
                } else {
                    takeBack();
                }
            }
            statements.tell();
            release(before);
        } catch (RuntimeException e) {
            LOG.warn("{} units are run one by one", units.size(), e);
            units.reversed().forEach(Unit::takeBack);
            rollback(before, e);
            numbers.forgetAll();
            head.forget();
            for (var unit : units) {
                alone(unit);
            }
        }
    }

    private void alone(Unit<?> unit) throws SQLException {
        var before = connection.setSavepoint();
        if (unit.run(tx(unit), statements::tell)) {
            release(before);
            keep();
        } else {
            takeBack();
            try {
                rollback(before, unit.refusal());
            } catch (SQLException gone) {
                unit.takeBack(); // not its fault: the database went away under it
                throw gone;
            }
        }
    }

    private Tx tx(Unit<?> unit) {
        return new Tx(sql, statements, unit.actor(), now.get(), numbers, head);
    }

    private void keep() {
        numbers.keep();
        head.keep();
        statements.keep();
    }

    private void takeBack() {
        numbers.takeBack();
        head.takeBack();
        statements.takeBack();
    }

    private void release(@Nullable Savepoint before) throws SQLException {
        if (before != null) {
            connection.releaseSavepoint(before);
        }
    }

    private void rollback(@Nullable Savepoint before, @Nullable Throwable why) throws SQLException {
        statements.forget();
        try {
            if (before == null) {
                connection.rollback();
            } else {
                connection.rollback(before);
            }
        } catch (SQLException gone) {
            if (why != null) {
                gone.addSuppressed(why);
            }
            throw gone;
        }
    }

    /// A unit failed after the database had heard of it.
    private static final class TakenApart extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        TakenApart(@Nullable Throwable why) {
            super(why);
        }
    }
}
