package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Movement;
import app.lodge.desktop.shell.Session;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.CsvExport;
import app.lodge.reports.export.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The movements that are shown, as CSV with the columns of the account statement (ID-54).
final class MovementsCsv {

    private static final List<Table.Column> COLUMNS =
            Stream.of(
                            "posting",
                            "kind",
                            "occurred_at",
                            "booked_at",
                            "amount",
                            "balance_after",
                            "currency",
                            "place",
                            "operator",
                            "late")
                    .map(name -> new Table.Column(name, name))
                    .toList();

    private MovementsCsv() {}

    static byte[] of(Session session, List<Movement> movements) {
        var about =
                new Table.About(
                        "movements",
                        "movements",
                        session.site().name(),
                        session.site().zone(),
                        session.clock().instant(),
                        Map.of());
        return new CsvExport()
                .write(
                        new Table(
                                about,
                                COLUMNS,
                                List.of(),
                                movements.stream().map(MovementsCsv::row).toList()));
    }

    private static List<Cell> row(Movement movement) {
        return List.of(
                new Cell.Whole(movement.posting()),
                Cell.words(movement.kind().name()),
                new Cell.Moment(movement.occurredAt()),
                new Cell.Moment(movement.bookedAt()),
                new Cell.Amount(movement.amount()),
                new Cell.Amount(movement.balanceAfter()),
                Cell.words(movement.amount().currency().getCurrencyCode()),
                Cell.words(movement.place()),
                Cell.words(movement.operator()),
                new Cell.YesNo(movement.late()));
    }
}
