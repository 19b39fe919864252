package app.lodge.core.topups;

import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;

/// The request of one step of a larger one: the same step of the same request is the same again.
final class DerivedRequest {

    private DerivedRequest() {}

    static RequestId of(String step, RequestId request, long number) {
        var hash = BankFolder.hash(Json.bytes(request, RequestId.class)).substring(0, 32);
        return new RequestId(step + "-" + hash + "-" + number);
    }
}
