package app.lodge.core.books;

import java.io.Serial;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;

/// Has the rows that wait go before every statement of jOOQ's, so that it finds them.
final class Preceding implements ExecuteListener {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Statements statements;

    Preceding(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void prepareStart(ExecuteContext context) {
        statements.precede(context.type() != ExecuteType.READ);
    }
}
