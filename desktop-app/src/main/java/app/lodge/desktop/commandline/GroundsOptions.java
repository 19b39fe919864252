package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.RequestId;
import picocli.CommandLine.Option;

/// What every movement of money by staff is given: why, on which paper, approved by whom (ID-27).
final class GroundsOptions {

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "money.reason")
    String reason = "other";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "money.reference")
    String reference = "";

    @Option(names = "--approval", paramLabel = "NUMBER", descriptionKey = "money.approval")
    long approval;

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    Grounds grounds() {
        return new Grounds(
                Values.choice("--reason", reason, Reason.class), reference, Math.max(0, approval));
    }

    RequestId requestId() {
        return Values.request("--request", request);
    }
}
