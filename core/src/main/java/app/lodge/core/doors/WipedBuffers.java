package app.lodge.core.doors;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.Arrays;

/// Jackson's working memory, one for each thread, emptied after each use: what passed through it, a
/// password or a PIN, does not lie there until something longer passes.
final class WipedBuffers extends BufferRecycler {

    @Override
    public void releaseByteBuffer(int place, byte[] buffer) {
        Arrays.fill(buffer, (byte) 0);
        super.releaseByteBuffer(place, buffer);
    }

    @Override
    public void releaseCharBuffer(int place, char[] buffer) {
        Arrays.fill(buffer, '\0');
        super.releaseCharBuffer(place, buffer);
    }

    static final class Pool implements RecyclerPool<BufferRecycler> {

        private static final long serialVersionUID = 1;

        private final transient ThreadLocal<BufferRecycler> own =
                ThreadLocal.withInitial(WipedBuffers::new);

        @Override
        public BufferRecycler acquirePooled() {
            return own.get();
        }

        @Override
        public BufferRecycler acquireAndLinkPooled() {
            return own.get(); // stays its thread's; nothing to give back
        }

        @Override
        public void releasePooled(BufferRecycler done) {
            // the thread keeps it
        }
    }
}
