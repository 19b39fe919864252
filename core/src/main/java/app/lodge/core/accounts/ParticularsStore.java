package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.POSTING_LINK;

import app.lodge.core.books.Tx;

/// The rows beside a posting; none for a plain payment.
final class ParticularsStore {

    private final TaxStore taxes = new TaxStore();
    private final SoldLineStore sold = new SoldLineStore();

    void insert(Tx tx, long posting, Particulars particulars) {
        taxes.insert(tx, posting, particulars.taxes());
        sold.insert(tx, posting, particulars.sold());
        var grounds = particulars.grounds();
        var refunds = particulars.refunds();
        if (grounds == null && refunds == null && particulars.medium() == 0) {
            return;
        }
        tx.sql()
                .insertInto(POSTING_LINK)
                .set(POSTING_LINK.POSTING_ID, posting)
                .set(POSTING_LINK.REFUNDS_ID, refunds)
                .set(
                        POSTING_LINK.MEDIUM_ID,
                        particulars.medium() == 0 ? null : particulars.medium())
                .set(POSTING_LINK.REASON, grounds == null ? "" : grounds.reason().name())
                .set(POSTING_LINK.REFERENCE, grounds == null ? "" : grounds.reference())
                .set(
                        POSTING_LINK.APPROVAL_ID,
                        grounds == null || grounds.approval() == 0 ? null : grounds.approval())
                .execute();
    }
}
