package app.lodge.reports.export;

/// How CSV and XML write a value: for programs, the same in every language.
final class PlainValue {

    private PlainValue() {}

    static String of(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text;
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Amount(var money) -> money.major().toPlainString();
            case Cell.Moment(var at) -> at.toString(); // ISO 8601, UTC
            case Cell.YesNo(var yes) -> Boolean.toString(yes);
            case Cell.Nothing() -> "";
        };
    }
}
