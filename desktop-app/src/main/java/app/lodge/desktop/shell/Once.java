package app.lodge.desktop.shell;

import app.lodge.core.books.RequestId;

/// The request id of a writing call that is being tried: the same for every try, another after the
/// answer has arrived. So a retry after a lost connection changes the books once.
public final class Once {

    private RequestId request = RequestId.fresh();

    public RequestId request() {
        return request;
    }

    /// The answer is there, or the person has changed what they ask for.
    public void answered() {
        request = RequestId.fresh();
    }
}
