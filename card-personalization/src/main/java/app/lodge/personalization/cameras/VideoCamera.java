package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.vision.OpenCv;
import java.awt.image.BufferedImage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/// A camera that OpenCV has opened.
final class VideoCamera implements Camera {

    private final VideoCapture capture;
    private final String address;

    VideoCamera(VideoCapture capture, String address) {
        this.capture = capture;
        this.address = address;
    }

    /// A camera that sends nothing any more was pulled out, or switched off.
    @Override
    public BufferedImage next() throws DeviceException {
        try (var picture = new Mat()) {
            if (!capture.read(picture) || picture.empty()) {
                throw new DeviceException(new DeviceFault.NoCamera(address));
            }
            return OpenCv.picture(picture);
        }
    }

    @Override
    public void close() {
        capture.release();
        capture.close();
    }
}
