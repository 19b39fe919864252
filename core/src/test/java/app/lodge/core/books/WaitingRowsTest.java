package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rows that refer to others come after them, whichever unit of the group wrote which kind first.
@Tag("ID-15")
class WaitingRowsTest {

    private final WaitingRows rows = new WaitingRows();

    @Test
    void whatAnotherUnitWroteAloneComesAfterWhatItRefersTo() {
        unit("event");
        unit("posting", "event");

        assertThat(told()).containsExactly("posting", "event");
    }

    @Test
    void whatWasToldInTheMiddleOfAUnitIsRemembered() {
        write("posting");
        assertThat(told()).containsExactly("posting");
        write("receipt");
        rows.keep();
        unit("posting", "receipt");

        assertThat(told()).containsExactly("posting", "receipt");
    }

    @Test
    void aStatementThatAUnitComesBackToStaysWhereItWas() {
        unit("posting", "entry", "posting", "entry", "receipt");

        assertThat(told()).containsExactly("posting", "entry", "receipt");
    }

    @Test
    void theOrderHoldsAcrossStatementsThatDoNotWaitNow() {
        unit("posting", "entry", "receipt");
        told();
        unit("receipt");
        unit("posting");

        assertThat(told()).containsExactly("posting", "receipt");
    }

    @Test
    void whereUnitsContradictTheFirstIsRight() {
        unit("a", "b");
        unit("b", "a");

        assertThat(told()).containsExactly("a", "b");
    }

    @Test
    void anotherGroupBeginsAnew() {
        unit("a", "b");
        rows.drop();
        unit("b");
        unit("a");

        assertThat(told()).containsExactly("b", "a");
    }

    @Test
    void aUnitThatIsTakenBackLeavesNoRows() {
        unit("a");
        write("b");
        rows.takeBack();

        assertThat(told()).containsExactly("a");
    }

    private void unit(String... statements) {
        for (var sql : statements) {
            write(sql);
        }
        rows.keep();
    }

    private void write(String sql) {
        rows.add(sql, new Object(), new Object[] {1}, (_, newer) -> newer);
    }

    private List<String> told() {
        return rows.take().stream().map(Told::sql).toList();
    }
}
