package app.lodge.personalization.printers;

import app.lodge.core.devices.DeviceException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One printer's own thread: drivers and makers' libraries are not safe for several, and some bind
/// a session to the thread that opened it.
final class PrinterLane implements CardPrinter {

    private final ExecutorService thread;
    private final CardPrinter printer;
    private boolean closed;

    private PrinterLane(ExecutorService thread, CardPrinter printer) {
        this.thread = thread;
        this.printer = printer;
    }

    static CardPrinter open(PrinterDriver driver, String name, String address)
            throws DeviceException {
        var thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("printer " + address).factory());
        boolean opened = false;
        try {
            var lane = new PrinterLane(thread, on(thread, () -> driver.open(name)));
            opened = true;
            return lane;
        } finally {
            if (!opened) {
                thread.shutdown();
            }
        }
    }

    @Override
    public Capabilities capabilities() {
        return printer.capabilities();
    }

    @Override
    public PrinterStatus status() throws DeviceException {
        return on(thread, printer::status);
    }

    @Override
    public void feed(Station station) throws DeviceException {
        does(() -> printer.feed(station));
    }

    @Override
    public PrintResult print(PrintOrder order) throws DeviceException {
        return on(thread, () -> printer.print(order));
    }

    @Override
    public void eject() throws DeviceException {
        does(printer::eject);
    }

    @Override
    public void reject() throws DeviceException {
        does(printer::reject);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            does(printer::close);
        } catch (DeviceException e) {
            throw new IllegalStateException("Closing a printer has no faults", e);
        } finally {
            thread.shutdown();
        }
    }

    private interface Asked<T> {
        T answer() throws DeviceException;
    }

    private interface Done {
        void run() throws DeviceException;
    }

    private void does(Done verb) throws DeviceException {
        on(
                thread,
                () -> {
                    verb.run();
                    return true;
                });
    }

    private static <T> T on(ExecutorService thread, Asked<T> asked) throws DeviceException {
        var running = thread.submit(asked::answer);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException _) {
                    // A card is on its way: the machine finishes first.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException fault) {
                throw new DeviceException(fault.fault(), fault);
            }
            throw new IllegalStateException("A printer's driver broke", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
