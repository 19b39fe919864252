package app.lodge.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.reports.catalogue.ReportOutcome.PagesRendered;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same question at the same moment gives the same bytes; a receipt gives them at any moment.
@Tag("ID-53")
class StableTest {

    private final FakeSite site = new FakeSite().withMovements(40).withMedia(10);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PAGES")
    void filesAreEqualBitByBit(ReportFormat format) throws Exception {
        assertThat(content(format)).isEqualTo(content(format));
        Thread.sleep(1100); // the moment of writing counts in seconds in PDF, in two in zip
        assertThat(content(format)).isEqualTo(content(format));
    }

    @Test
    void picturesAreEqualBitByBit() {
        var order =
                ReportOrder.screen(
                        ReportKind.ACCOUNT_STATEMENT, Map.of("account", "17"), "de", 72, 1, 9);
        var first = (PagesRendered) site.reports().render(FakeSite.CLERK, order);
        var second = (PagesRendered) site.reports().render(FakeSite.CLERK, order);
        assertThat(first.pages()).hasSize(first.pageCount());
        for (var i = 0; i < first.pages().size(); i++) {
            assertThat(second.pages().get(i)).isEqualTo(first.pages().get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ID-21")
    void receiptsAreEqualBitByBitAndCopiesAreMarked(ReceiptFormat format) throws Exception {
        assertThat(receipt(format, 0)).isEqualTo(receipt(format, 0));
        assertThat(receipt(format, 1)).isEqualTo(receipt(format, 1));
        assertThat(receipt(format, 1)).isNotEqualTo(receipt(format, 2));
        assertThat(receipt(format, 0)).isNotEqualTo(receipt(format, 1));
    }

    private byte[] content(ReportFormat format) {
        return Reading.file(site.reports(), ReportKind.ACCOUNT_STATEMENT, format, "account", "17")
                .content();
    }

    private byte[] receipt(ReceiptFormat format, int copy) {
        return ((Rendered)
                        site.reports()
                                .receipt(FakeSite.CLERK, FakeSite.receipt(copy), format, "en"))
                .content();
    }
}
