package app.lodge.core.sepa;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-28")
class IbanTest {

    /// Examples of the registry that SWIFT keeps for ISO 13616.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT61 1904 3002 3457 3201",
                "BE68 5390 0754 7034",
                "CH93 0076 2011 6238 5295 7",
                "DE89 3704 0044 0532 0130 00",
                "ES91 2100 0418 4502 0005 1332",
                "FR14 2004 1010 0505 0001 3M02 606",
                "GB29 NWBK 6016 1331 9268 19",
                "HR12 1001 0051 8630 0016 0",
                "IT60 X054 2811 1010 0000 0123 456",
                "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
                "NL91 ABNA 0417 1643 00",
                "NO93 8601 1117 947",
                "PL61 1090 1014 0000 0712 1981 2874",
                "SI56 1910 0000 0123 438"
            })
    void theExamplesOfTheRegistryAreGood(String written) {
        assertThat(Iban.parse(written)).isPresent();
        assertThat(Iban.parse(written.toLowerCase(java.util.Locale.ROOT))).isPresent();
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsNoticed() {
        var good = "DE89370400440532013000";
        for (var i = 2; i < good.length(); i++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var other = good.substring(0, i) + digit + good.substring(i + 1);
                assertThat(Iban.parse(other).isPresent()).isEqualTo(other.equals(good));
            }
            if (i + 1 < good.length() && good.charAt(i) != good.charAt(i + 1)) {
                var swapped =
                        good.substring(0, i)
                                + good.charAt(i + 1)
                                + good.charAt(i)
                                + good.substring(i + 2);
                assertThat(Iban.parse(swapped)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DE8937040044053201300, sepa.iban-length",
        "DE88370400440532013000, sepa.iban-check",
        "US64SVBKUS6S3300958879, sepa.iban-country",
        "12345, sepa.iban-form",
        "'', sepa.iban-form",
        "DE89-3704, sepa.iban-form"
    })
    void eachFaultIsNamedAndTheNumberIsNotRepeated(String written, String key) {
        var problem = Iban.problem("iban", written).orElseThrow();
        assertThat(problem).extracting(Problem::key, Problem::value).containsExactly(key, "");
    }

    @Test
    void aCreditorsIdentifierIsCheckedWithoutItsBusinessCode() {
        assertThat(CreditorId.problem("id", "DE98ZZZ09999999999")).isEmpty();
        assertThat(CreditorId.problem("id", "DE98ABC09999999999")).isEmpty();
        assertThat(CreditorId.problem("id", "DE97ZZZ09999999999")).isPresent();
    }

    @Test
    void anIbanDoesNotPrintItself() {
        assertThat(Iban.parse("DE89370400440532013000").orElseThrow().toString())
                .isEqualTo("DE•• •••• 3000");
    }
}
