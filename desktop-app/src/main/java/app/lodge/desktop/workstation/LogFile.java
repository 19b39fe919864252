package app.lodge.desktop.workstation;

import app.lodge.core.money.Money;
import app.lodge.personalization.ibutton.StationLog.LogRecord;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// A station's journal, rebuilt from its log, as a file for spreadsheets (KEY-22): comma, UTF-8, a line
/// for each record and one for each that broke off.
public final class LogFile {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

    private LogFile() {}

    /// @param zone of the site, in which times are told
    public static String text(ReadOut log, ZoneId zone, Currency currency) {
        var lines =
                new StringBuilder("station,transaction,time,kind,key,amount,currency,state\r\n");
        for (LogRecord record : log.records()) {
            lines.append(
                    "%d,%d,%s,%s,%05d,%s,%s,whole\r\n"
                            .formatted(
                                    log.station(),
                                    record.transaction(),
                                    TIME.format(record.at().atZone(zone)),
                                    record.kind(),
                                    record.keyNumber(),
                                    new Money(record.minor(), currency).major().toPlainString(),
                                    currency.getCurrencyCode()));
        }
        for (int place : log.torn()) {
            lines.append("%d,,,,,,,torn at %d\r\n".formatted(log.station(), place));
        }
        return lines.toString();
    }

    public static void write(Path file, ReadOut log, ZoneId zone, Currency currency)
            throws IOException {
        Files.writeString(file, text(log, zone, currency));
    }
}
